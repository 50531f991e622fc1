using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Tests.Documentation;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The difference of two net scores of the same people: every table of both answers is enumerated.</summary>
/// <remarks>
/// Some give the same answer again, the others answer anew, as before or with half of the negative answers moved up. The page shows the
/// least coverage over all settings.
/// </remarks>
public sealed class OverlapCoverage
{
    private static readonly string[] Distributions = ["strong", "typical", "polarised", "mostly passive"];
    private static readonly double[] SharesOfTheSame = [0.5, 0.8, 0.95];

    [Test]
    public void Coverage_OfTenPairs_IsWhatThePageSays() => Compare(10);

    [Test]
    [Category("Coverage")]
    [Explicit("Enumerates millions of tables.")]
    public void Coverage_OfTwentyPairs_IsWhatThePageSays() => Compare(20);

    private static void Compare(int pairs)
    {
        Setting[] settings =
        [
            .. from name in Distributions
            from same in SharesOfTheSame
            from isMoved in new[] { false, true }
            select new Setting(NetDistributions.Find(name)!, same, isMoved, pairs),
        ];
        foreach (long[] table in Tables(new long[9], 0, pairs))
        {
            IntervalLimits[] limits = Limits(PairedNetCounts.FromTable(table));
            foreach (Setting setting in settings)
            {
                setting.Add(limits, table);
            }
        }

        string[] least =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(method => settings.Min(setting => setting.Tallies[method].Coverage))
                .Select(CoverageTable.Share),
        ];
        File.ReadAllText(DocsFolder.PathOf("calculation", "comparisons.md"))
            .Should()
            .Contain($"| {pairs} | {string.Join(" | ", least)} |");
    }

    /// <summary>Wald on the changes, square-and-add with the plain correlation, and the interval of the library.</summary>
    private static IntervalLimits[] Limits(PairedNetCounts both)
    {
        DifferenceEstimate difference = NetScoreDifference.FromOverlappingSamples(default, default, both);
        Estimate first = NetScore.FromCounts(both.First);
        Estimate second = NetScore.FromCounts(both.Second);
        double spread = first.StandardError!.Value * second.StandardError!.Value;
        double cross = ((double)both.Agreement / both.Total) - (first.Value!.Value * second.Value!.Value);
        double correlation = spread > 0 ? Math.Clamp(cross / both.Total / spread, -1, 1) : 0;
        return
        [
            WaldInterval.FromStandardError(difference.Value!.Value, difference.StandardError!.Value),
            SquareAndAdd.Difference(
                first.Value.Value,
                TangoScoreInterval.FromCounts(both.First),
                second.Value.Value,
                TangoScoreInterval.FromCounts(both.Second),
                correlation
            ),
            new IntervalLimits(difference.Interval!.Value.Lower, difference.Interval.Value.Upper),
        ];
    }

    /// <summary>Every way to sort the people that are left into the cells from this one on.</summary>
    private static IEnumerable<long[]> Tables(long[] table, int cell, long left)
    {
        if (cell == table.Length - 1)
        {
            table[cell] = left;
            yield return table;
            yield break;
        }

        for (long count = 0; count <= left; count++)
        {
            table[cell] = count;
            foreach (long[] complete in Tables(table, cell + 1, left - count))
            {
                yield return complete;
            }
        }
    }

    /// <summary>How both answers of a person are distributed, and how often each method held the true change.</summary>
    private sealed class Setting
    {
        private readonly double _change;
        private readonly double[][] _terms;

        public Setting(NetShares first, double same, bool isMoved, int pairs)
        {
            double moved = isMoved ? first.Negative / 4 : 0;
            double[] before = [first.Negative, first.Neutral, first.Positive];
            double[] after = [first.Negative - (2 * moved), first.Neutral + moved, first.Positive + moved];
            _change = (1 - same) * 3 * moved;
            _terms = new double[9][];
            for (int cell = 0; cell < 9; cell++)
            {
                double again = cell / 3 == cell % 3 ? same : 0;
                _terms[cell] = Terms(before[cell / 3] * (again + ((1 - same) * after[cell % 3])), pairs);
            }
        }

        public CoverageTally[] Tallies { get; } = [new(), new(), new()];

        public void Add(IntervalLimits[] limits, long[] table)
        {
            // Without n!, which is the same for all tables.
            double probability = 1;
            for (int cell = 0; cell < table.Length; cell++)
            {
                probability *= _terms[cell][table[cell]];
            }

            for (int method = 0; method < limits.Length; method++)
            {
                Tallies[method].Add(limits[method].Lower, limits[method].Upper, _change, probability);
            }
        }

        /// <summary>share^k/k! for every k.</summary>
        private static double[] Terms(double share, int pairs)
        {
            double[] terms = new double[pairs + 1];
            terms[0] = 1;
            for (int count = 1; count <= pairs; count++)
            {
                terms[count] = terms[count - 1] * share / count;
            }

            return terms;
        }
    }
}
