using CxMetrics.Calculation.Drivers;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Drivers;

public sealed class KeyDriversProperties
{
    private static readonly ImportanceMethod[] Methods = Enum.GetValues<ImportanceMethod>();

    [Test]
    public void Importance_AnyTable_IsNotNegativeAndAddsUpToRSquared() =>
        ForAll(
            DriverGenerators.Tables(),
            table =>
            {
                foreach (KeyDriverAnalysis analysis in Analyses(table))
                {
                    analysis.Drivers.Should().OnlyContain(driver => driver.Importance.Value >= 0);
                    analysis
                        .Drivers.Sum(driver => driver.Importance.Value)
                        .Should()
                        .BeApproximately(analysis.RSquared.Value!.Value, 1e-11);
                    analysis
                        .Drivers.Sum(driver => driver.Pratt)
                        .Should()
                        .BeApproximately(analysis.RSquared.Value.Value, 1e-11);
                }
            }
        );

    [Test]
    public void Importance_DriversInAnotherOrder_IsTheSame() =>
        ForAll(
            DriverGenerators.Tables(fewest: 2),
            table =>
            {
                double[][] columns = DriverGenerators.Columns(table);
                KeyDriverAnalysis[] turned = Analyses(
                    DriverGenerators.Table(table.Outcome.ToArray(), [.. columns.Reverse()])
                );
                KeyDriverAnalysis[] straight = Analyses(table);
                for (int method = 0; method < straight.Length; method++)
                {
                    ShouldBeAlike(straight[method].Drivers, [.. turned[method].Drivers.Reverse()]);
                }
            }
        );

    [Test]
    public void Importance_DriversInOtherUnits_IsTheSame() =>
        ForAll(
            DriverGenerators.Tables(),
            table =>
            {
                double[][] columns = DriverGenerators.Columns(table);
                double[][] rescaled =
                [
                    .. columns.Select(
                        (column, index) => column.Select(x => (index % 2 == 0 ? -0.25 : 16) * (x + 1e6)).ToArray()
                    ),
                ];
                KeyDriverAnalysis[] other = Analyses(DriverGenerators.Table(table.Outcome.ToArray(), rescaled));
                KeyDriverAnalysis[] straight = Analyses(table);
                for (int method = 0; method < straight.Length; method++)
                {
                    ShouldBeAlike(straight[method].Drivers, other[method].Drivers);
                }
            }
        );

    [Test]
    public void Shapley_AnyTable_IsTheMeanGainOverAllOrders() =>
        ForAll(
            DriverGenerators.Tables(fewest: 2, most: 4),
            table =>
            {
                if (Analyses(table) is not [_, { } shapley])
                {
                    return;
                }

                double[] expected = MeanGains(table);
                for (int index = 0; index < expected.Length; index++)
                {
                    shapley.Drivers[index].Importance.Value.Should().BeApproximately(expected[index], 1e-10);
                }
            }
        );

    [Test]
    public void FirstAndLast_AnyTable_AreRSquaredAloneAndLostWithout() =>
        ForAll(
            DriverGenerators.Tables(fewest: 2, most: 4),
            table =>
            {
                if (Analyses(table) is not [{ } analysis, ..])
                {
                    return;
                }

                for (int index = 0; index < analysis.Drivers.Count; index++)
                {
                    KeyDriver driver = analysis.Drivers[index];
                    int others = ((1 << analysis.Drivers.Count) - 1) & ~(1 << index);
                    driver.First.Should().BeApproximately(RSquared(table, 1 << index), 1e-11);
                    driver
                        .Last.Should()
                        .BeApproximately(analysis.RSquared.Value!.Value - RSquared(table, others), 1e-10);
                    driver
                        .VarianceInflation.Should()
                        .BeApproximately(
                            1 / (1 - RSquared(table, others, outcome: index)),
                            1e-6 * driver.VarianceInflation
                        );
                }
            }
        );

    // The Shapley value by its definition: the mean over all orders of what a driver adds to those before it.
    private static double[] MeanGains(DriverTable table)
    {
        int k = table.Names.Count;
        double[] bySubset = [.. Enumerable.Range(0, 1 << k).Select(subset => RSquared(table, subset))];
        double[] gains = new double[k];
        int[][] orders = [.. Orders([.. Enumerable.Range(0, k)])];
        foreach (int[] order in orders)
        {
            int before = 0;
            foreach (int driver in order)
            {
                gains[driver] += (bySubset[before | (1 << driver)] - bySubset[before]) / orders.Length;
                before |= 1 << driver;
            }
        }

        return gains;
    }

    private static IEnumerable<int[]> Orders(int[] drivers) =>
        drivers.Length == 0
            ?
            [
                [],
            ]
            : drivers.SelectMany(driver =>
                Orders([.. drivers.Where(other => other != driver)]).Select(rest => (int[])[driver, .. rest])
            );

    private static double RSquared(DriverTable table, int subset, int? outcome = null)
    {
        double[][] columns = [.. DriverGenerators.Columns(table).Where((_, index) => (subset & (1 << index)) != 0)];
        double[] values = outcome is { } index ? table.Column(index).ToArray() : table.Outcome.ToArray();
        return columns.Length == 0
            ? 0
            : KeyDrivers.FromTable(DriverGenerators.Table(values, columns), 0).Model!.RSquared.Value!.Value;
    }

    // By method; none where the random table happens to be collinear or constant.
    private static KeyDriverAnalysis[] Analyses(DriverTable table) =>
        [
            .. Methods
                .Select(method => KeyDrivers.FromTable(table, resamples: 0, method: method))
                .Where(outcome => outcome.IsFitted)
                .Select(outcome => outcome.Model!),
        ];

    private static void ShouldBeAlike(IReadOnlyList<KeyDriver> expected, IReadOnlyList<KeyDriver> actual)
    {
        for (int index = 0; index < expected.Count; index++)
        {
            double allowed = 1e-9 * Math.Max(1, expected[index].VarianceInflation);
            actual[index].Importance.Value.Should().BeApproximately(expected[index].Importance.Value!.Value, allowed);
            actual[index].First.Should().BeApproximately(expected[index].First, allowed);
            actual[index].Last.Should().BeApproximately(expected[index].Last, allowed);
        }
    }
}
