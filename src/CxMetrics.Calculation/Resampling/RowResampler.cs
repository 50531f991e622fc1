using System.Runtime.InteropServices;

namespace CxMetrics.Calculation.Resampling;

/// <summary>Resamples of any statistic of rows.</summary>
internal sealed class RowResampler(RowUnits units, Func<ReadOnlySpan<int>, double> statistic)
{
    // As many evaluations as BCa's acceleration is worth; more units are left out in random groups of equal size (Efron and Narasimhan
    // 2020, Journal of Computational and Graphical Statistics 29, 608-619).
    private const int LargestJackknife = 1000;

    // The stream of the random groups; those of the resamples start at 0.
    private const long GroupStream = -1;

    /// <summary>The statistic of all rows.</summary>
    public double Value()
    {
        List<int> rows = new(units.RowCount);
        units.All(rows);
        return statistic(CollectionsMarshal.AsSpan(rows));
    }

    /// <summary>What each resample differs by from <paramref name="value"/>.</summary>
    public double[] Run(double value, long seed, int resamples) =>
        Deviations(value, resamples, (resample, rows) => units.Draw(new RandomStream(seed, resample), rows));

    /// <summary>What the statistic differs by from <paramref name="value"/> without each unit, or each group of units, in turn.</summary>
    public double[] LeaveOneOut(double value, long seed)
    {
        int groups = Math.Min(units.Count, LargestJackknife);
        int[] groupOfUnit = Groups(units.Count, groups, seed);
        return Deviations(value, groups, (group, rows) => units.Without(group, groupOfUnit, rows));
    }

    private double[] Deviations(double value, int count, Action<int, List<int>> choose)
    {
        double[] deviations = new double[count];
        ResampleLoop.Run(
            count,
            units.RowCount,
            (first, end) =>
            {
                List<int> rows = new(units.RowCount);
                for (int index = first; index < end; index++)
                {
                    choose(index, rows);
                    deviations[index] = Deviation(statistic(CollectionsMarshal.AsSpan(rows)), value);
                }
            }
        );
        return deviations;
    }

    // What rounding alone can make of equal values is no difference: a constant statistic has no spread.
    private static double Deviation(double resampled, double value)
    {
        double deviation = resampled - value;
        return Math.Abs(deviation) <= 1e-14 * Math.Abs(value) ? 0 : deviation;
    }

    /// <summary>A group for every unit, sizes equal to within one; by chance, since neighbouring units may be alike.</summary>
    private static int[] Groups(int count, int groups, long seed)
    {
        int[] groupOfUnit = new int[count];
        RandomStream stream = new(seed, GroupStream);
        for (int unit = 0; unit < count; unit++)
        {
            int other = stream.NextIndex(unit + 1);
            groupOfUnit[unit] = groupOfUnit[other];
            groupOfUnit[other] = unit % groups;
        }

        return groupOfUnit;
    }
}
