using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Drivers;

public sealed class KeyDriversBootstrapTests
{
    private static readonly DriverTable Survey = RandomTable(rows: 120, seed: 5);

    [Test]
    public void FromTable_AnyNumberOfThreads_GivesTheSameNumbers()
    {
        foreach (ImportanceMethod method in Enum.GetValues<ImportanceMethod>())
        {
            KeyDriverAnalysis one = KeyDrivers.FromTable(Survey, 200, 7, 0.9, method, threads: 1).Model!;
            KeyDriverAnalysis many = KeyDrivers.FromTable(Survey, 200, 7, 0.9, method, threads: 4).Model!;
            many.Drivers.Should().Equal(one.Drivers);
            many.RSquared.Should().Be(one.RSquared);
        }
    }

    [Test]
    public void FromTable_AnotherSeed_GivesOtherLimitsAndSaysWhich()
    {
        KeyDriverAnalysis one = KeyDrivers.FromTable(Survey, 200, seed: 1).Model!;
        KeyDriverAnalysis other = KeyDrivers.FromTable(Survey, 200, seed: 2).Model!;
        other.Drivers[0].Importance.Interval.Should().NotBe(one.Drivers[0].Importance.Interval);
        (one.Seed, other.Seed, one.Resamples, one.FailedResamples).Should().Be((1, 2, 200, 0));
    }

    [Test]
    public void FromTable_HigherLevel_WidensTheLimits()
    {
        KeyDriverAnalysis narrow = KeyDrivers.FromTable(Survey, 500, level: 0.8).Model!;
        KeyDriverAnalysis wide = KeyDrivers.FromTable(Survey, 500, level: 0.95).Model!;
        for (int index = 0; index < narrow.Drivers.Count; index++)
        {
            ConfidenceInterval inner = narrow.Drivers[index].Importance.Interval!.Value;
            ConfidenceInterval outer = wide.Drivers[index].Importance.Interval!.Value;
            outer.Lower.Should().BeLessThan(inner.Lower);
            outer.Upper.Should().BeGreaterThan(inner.Upper);
            outer.Lower.Should().BeGreaterThanOrEqualTo(0);
            outer.Method.Should().Be("bootstrapPercentile");
        }
    }

    [TestCase(38, false)]
    [TestCase(39, true)]
    public void FromTable_TooFewResamplesForTheLevel_HasAStandardErrorOnly(int resamples, bool hasInterval)
    {
        Estimate importance = KeyDrivers.FromTable(Survey, resamples).Model!.Drivers[0].Importance;
        (importance.Interval is not null).Should().Be(hasInterval);
        importance.StandardError.Should().BePositive();
    }

    [Test]
    public void FromTable_ResamplesWithoutAnyAssociation_HaveNoShares()
    {
        // Sixteen rows of balanced zeros and ones: in some resamples the covariance is 0 to the last digit.
        double[] driver = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1];
        double[] other = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
        double[] outcome = [0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1];
        KeyDriver alone = Analysis(outcome, driver).Drivers[0];
        alone
            .Share.Should()
            .Be(
                new Estimate
                {
                    Value = 1,
                    StandardError = 0,
                    Interval = null,
                    SampleSize = 16,
                }
            );
        alone.Importance.Interval!.Value.Lower.Should().Be(0);

        foreach (KeyDriver one in Analysis(outcome, driver, other).Drivers)
        {
            one.Share.StandardError.Should().BeInRange(0.1, 0.5);
            one.Share.Interval!.Value.Lower.Should().BeInRange(0, one.Share.Value!.Value);
            one.Share.Interval.Value.Upper.Should().BeInRange(one.Share.Value.Value, 1);
        }
    }

    [Test]
    public void FromTable_DriverThatGivesTheOutcome_HasNoIntervalOfNoWidth()
    {
        KeyDriverAnalysis analysis = Analysis([4, 7, 10, 13, 16, 19, 22, 26.5], [1, 2, 3, 4, 5, 6, 7, 8.5]);
        foreach (Estimate estimate in new[] { analysis.RSquared, analysis.Drivers[0].Importance })
        {
            estimate.Value.Should().BeApproximately(1, 1e-15).And.BeLessThanOrEqualTo(1);
            estimate.StandardError.Should().Be(0);
            estimate.Interval.Should().BeNull();
        }
    }

    [Test]
    public void FromTable_SomeResamplesGiveTheOutcome_StaysWithinItsRange()
    {
        KeyDriverAnalysis analysis = Analysis([0, 0, 0, 1, 0, 1, 1, 1], [0, 0, 0, 0, 1, 1, 1, 1]);
        analysis.RSquared.Interval!.Value.Upper.Should().BeLessThanOrEqualTo(1);
        analysis.Drivers[0].Importance.Interval!.Value.Upper.Should().BeLessThanOrEqualTo(1);
    }

    [Test]
    public void FromTable_MoreResamplesThanAnArrayHolds_AreRefused()
    {
        Action act = () => KeyDrivers.FromTable(Survey, int.MaxValue);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("resamples");
    }

    [Test]
    public void Resample_ByCrossProducts_IsTheAnalysisOfTheRowsDrawn()
    {
        const int Number = 3;
        RandomStream random = new(11, Number);
        int[] rows = new int[Survey.SampleSize];
        for (int draw = 0; draw < rows.Length; draw++)
        {
            rows[draw] = random.NextIndex(rows.Length);
        }

        DriverTable drawn = DriverGenerators.Table(
            [.. rows.Select(row => Survey.Outcome[row])],
            [.. DriverGenerators.Columns(Survey).Select(column => rows.Select(row => column[row]).ToArray())]
        );
        foreach (ImportanceMethod method in Enum.GetValues<ImportanceMethod>())
        {
            double[] parts = new double[Survey.Names.Count];
            ImportanceResample resample = new(StandardizedRows.Of(StandardizedTable.Of(Survey).Model!), method);
            resample.TryDecompose(11, Number, parts).Should().BeTrue();
            IEnumerable<double> expected = KeyDrivers
                .FromTable(drawn, 0, method: method)
                .Model!.Drivers.Select(driver => driver.Importance.Value!.Value);
            parts.Zip(expected, (one, other) => Math.Abs(one - other)).Should().OnlyContain(error => error < 1e-13);
        }
    }

    [Test]
    public void FromTable_ResamplesThatDoNotFit_AreLeftOutAndCounted()
    {
        // One row of eight carries all the variation of the second driver: it is drawn in 66 % of the resamples.
        double[] outcome = [1, 4, 2, 6, 3, 8, 5, 9];
        double[] varied = [1, 2, 3, 4, 5, 6, 7, 9];
        double[] rare = [0, 0, 0, 0, 1, 0, 0, 0];
        KeyDriverAnalysis analysis = KeyDrivers.FromTable(DriverGenerators.Table(outcome, varied, rare), 1000).Model!;
        analysis.FailedResamples.Should().BeInRange(300, 390);
        analysis.Caveats.Should().HaveFlag(Caveats.AssumptionDoubtful);
        analysis.Drivers[1].Importance.Interval.Should().NotBeNull();
    }

    [Test]
    public void FromTable_CollinearResamples_AreLeftOutAndCounted()
    {
        // Without the last row the two drivers are the same.
        double[] outcome = [1, 4, 2, 6, 3, 8, 5, 9];
        double[] first = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] second = [1, 2, 3, 4, 5, 6, 7, 1];
        KeyDriverAnalysis analysis = KeyDrivers.FromTable(DriverGenerators.Table(outcome, first, second), 1000).Model!;
        analysis.FailedResamples.Should().BeInRange(300, 390);
    }

    [Test]
    public void StandardError_OfRSquaredInALargeSample_IsNearItsAsymptoticValue()
    {
        // One driver: R² is r², whose standard error is 2|r|(1 − r²)/√n for normal pairs (delta method on Fisher's).
        DriverTable table = RandomTable(rows: 2000, seed: 3);
        DriverTable single = DriverGenerators.Table(table.Outcome.ToArray(), table.Column(0).ToArray());
        KeyDriverAnalysis analysis = KeyDrivers.FromTable(single, 400).Model!;
        double squared = analysis.RSquared.Value!.Value;
        double expected = 2 * Math.Sqrt(squared) * (1 - squared) / Math.Sqrt(2000);
        analysis.RSquared.StandardError.Should().BeApproximately(expected, 0.15 * expected);
        analysis.Drivers[0].Share.Value.Should().Be(1);
    }

    private static DriverTable RandomTable(int rows, long seed)
    {
        RandomStream random = new(seed);
        double[][] columns = [.. Enumerable.Range(0, 4).Select(_ => new double[rows])];
        double[] outcome = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double common = Normal(ref random);
            for (int driver = 0; driver < columns.Length; driver++)
            {
                columns[driver][row] = common + Normal(ref random);
                outcome[row] += (driver + 1) * columns[driver][row];
            }

            outcome[row] += 8 * Normal(ref random);
        }

        return DriverGenerators.Table(outcome, columns);
    }

    private static double Normal(ref RandomStream random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static KeyDriverAnalysis Analysis(double[] outcome, params double[][] drivers) =>
        KeyDrivers
            .FromTable(
                DriverTable.FromColumns(
                    outcome,
                    [.. drivers.Select((values, index) => new NamedColumn($"x{index}", values))]
                ),
                resamples: 2000
            )
            .Model!;
}
