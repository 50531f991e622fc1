using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.Tests.Drivers;

public sealed class KeyDriversTests
{
    [Test]
    public void FromTable_Longley_AgreesWithTheCertifiedValues()
    {
        // NIST StRD, Longley (1967): certified to 15 digits; single-precision style sums lose nearly all of them.
        KeyDriverAnalysis analysis = Analyse(Longley.Table);

        ShouldBe(analysis.Intercept, -3482258.63459582, 890420.383607373);
        ShouldBe(analysis.Drivers[0].Coefficient, 15.0618722713733, 84.9149257747669);
        ShouldBe(analysis.Drivers[1].Coefficient, -0.358191792925910E-01, 0.334910077722432E-01);
        ShouldBe(analysis.Drivers[2].Coefficient, -2.02022980381683, 0.488399681651699);
        ShouldBe(analysis.Drivers[3].Coefficient, -1.03322686717359, 0.214274163161675);
        ShouldBe(analysis.Drivers[4].Coefficient, -0.511041056535807E-01, 0.226073200069370);
        ShouldBe(analysis.Drivers[5].Coefficient, 1829.15146461355, 455.478499142212);
        analysis.RSquared.Value.Should().BeApproximately(0.995479004577296, 1e-14);
        analysis.ResidualStandardDeviation.Should().BeApproximately(304.854073561965, 1e-9);
    }

    [Test]
    public void FromTable_OneDriver_GetsAllOfRSquared()
    {
        DriverTable table = DriverGenerators.Table([3, 1, 4, 1, 5, 9], [1, 2, 2, 3, 3, 5]);
        foreach (ImportanceMethod method in Enum.GetValues<ImportanceMethod>())
        {
            KeyDriverAnalysis analysis = KeyDrivers.FromTable(table, 0, method: method).Model!;
            KeyDriver driver = analysis.Drivers.Should().ContainSingle().Which;
            driver.Importance.Value.Should().BeApproximately(analysis.RSquared.Value!.Value, 1e-15);
            driver.Share.Value.Should().BeApproximately(1, 1e-15);
            driver.VarianceInflation.Should().BeApproximately(1, 1e-15);
            driver.Coefficient.PValue.Should().BeApproximately(driver.Correlation.PValue!.Value, 1e-13);
        }
    }

    [Test]
    public void FromTable_WithoutResamples_HasNoIntervalsOfTheParts()
    {
        KeyDriverAnalysis analysis = Analyse(Longley.Table);
        analysis.RSquared.Interval.Should().BeNull();
        analysis.Drivers[0].Importance.Interval.Should().BeNull();
        analysis.Drivers[0].Coefficient.Estimate.Interval!.Value.Method.Should().Be("t");
        analysis.Drivers[0].Performance.Value.Should().BeApproximately(101.68125, 1e-12);
    }

    [Test]
    public void FromTable_DriversThatGiveTheOutcomeExactly_HaveNoTests()
    {
        double[] first = [1, 2, 3, 4, 5, 7];
        double[] second = [2, 1, 5, 3, 3, 0];
        double[] outcome = [.. first.Zip(second, (x, y) => 1 + (2 * x) - (0.1 * y))];
        KeyDriverAnalysis analysis = Analyse(DriverGenerators.Table(outcome, first, second));
        analysis.RSquared.Value.Should().BeApproximately(1, 1e-15);
        RegressionCoefficient coefficient = analysis.Drivers[0].Coefficient;
        coefficient.Estimate.Value.Should().BeApproximately(2, 1e-13);
        coefficient.Estimate.StandardError.Should().Be(0);
        coefficient.Estimate.Interval.Should().BeNull();
        coefficient.StudentT.Should().BeNull();
        coefficient.PValue.Should().BeNull();
    }

    [Test]
    public void FromTable_DriversWithoutAnyAssociation_HaveNoShares()
    {
        KeyDriverAnalysis analysis = Analyse(
            DriverGenerators.Table([1, -1, -1, 1, 0, 0], [1, 1, -1, -1, 0, 0], [0, 0, 0, 0, 1, -1])
        );
        analysis.RSquared.Value.Should().Be(0);
        analysis.Drivers[0].Importance.Value.Should().BeApproximately(0, 1e-30);
        analysis.Drivers[0].Share.Should().Be(Estimate.None with { SampleSize = 6 });
    }

    [Test]
    public void FromTable_ACollinearDriver_IsNamed()
    {
        double[] first = [1, 2, 3, 4, 5, 7, 9];
        double[] apart = [0, 1, 0, 5, 0, 2, 1];
        double[] second = [2, 1, 5, 3, 3, 0, 4];
        double[] sum = [.. first.Zip(second, (x, y) => (0.1 * x) + (0.7 * y))];
        DriverTable table = DriverTable.FromColumns(
            [1, 3, 2, 5, 4, 6, 8],
            [new("speed", first), new("price", apart), new("quality", second), new("overall", sum)]
        );
        FitOutcome<KeyDriverAnalysis> outcome = KeyDrivers.FromTable(table);
        outcome.Reason.Should().Be(NotFittedReason.NoVariation);
        outcome.Explanation.Should().Be("'overall' is a linear combination of 'speed', 'quality'.");
    }

    [Test]
    public void FromTable_DriversCollinearTogether_AreNotFitted()
    {
        // Kahan's matrix: no column is near a combination of those before it, and still some 3e-12 from singular.
        const int Drivers = 40;
        double[][] columns = [.. Enumerable.Range(0, Drivers).Select(_ => new double[(2 * Drivers) + 2])];
        for (int column = 0; column < Drivers; column++)
        {
            for (int row = 0; row <= column; row++)
            {
                double element = Math.Pow(0.8, row) * (row == column ? 1 : -0.6);
                columns[column][row] = element;
                columns[column][Drivers + row] = -element;
            }
        }

        double[] outcome = [.. Enumerable.Range(0, (2 * Drivers) + 2).Select(row => (double)(row * row % 17))];
        FitOutcome<KeyDriverAnalysis> fit = KeyDrivers.FromTable(DriverGenerators.Table(outcome, columns));
        fit.Reason.Should().Be(NotFittedReason.NoVariation);
        fit.Explanation.Should().Be("'x0' is nearly a linear combination of the other drivers.");
    }

    [Test]
    public void FromTable_NoVariation_IsNamed()
    {
        double[] some = [1, 2, 3, 5];
        double[] none = [0.1, 0.1, 0.1, 0.1];
        KeyDrivers
            .FromTable(DriverGenerators.Table(some, none))
            .Explanation.Should()
            .Be("'x0' has the same value in every row.");
        KeyDrivers
            .FromTable(DriverGenerators.Table(none, some))
            .Explanation.Should()
            .Be("The outcome has the same value in every row.");
    }

    [TestCase(0)]
    [TestCase(3)]
    public void FromTable_TooFewRows_IsNotFitted(int rows)
    {
        double[] values = [1, 2, 4, 5];
        double[] others = [2, 1, 5, 5];
        DriverTable table = DriverGenerators.Table(others[..rows], values[..rows], others[..rows]);
        FitOutcome<KeyDriverAnalysis> outcome = KeyDrivers.FromTable(table);
        outcome.IsFitted.Should().BeFalse();
        outcome.Reason.Should().Be(NotFittedReason.TooFewObservations);
        outcome.Explanation.Should().Contain("at least 4").And.Contain($"there are {rows}");
    }

    [Test]
    public void FromTable_ExtremeUnits_LoseNoDigits()
    {
        double[][] columns = DriverGenerators.Columns(Longley.Table);
        KeyDriverAnalysis expected = Analyse(Longley.Table);
        double[] outcome = [.. Longley.Table.Outcome.ToArray().Select(y => y * Math.ScaleB(1, 980))];
        double[][] scaled = [.. columns.Select(column => column.Select(x => x * Math.ScaleB(1, 970)).ToArray())];
        KeyDriverAnalysis actual = Analyse(DriverGenerators.Table(outcome, scaled));
        for (int index = 0; index < columns.Length; index++)
        {
            double coefficient = expected.Drivers[index].Coefficient.Estimate.Value!.Value;
            (actual.Drivers[index].Coefficient.Estimate.Value!.Value / 1024)
                .Should()
                .BeApproximately(coefficient, 1e-12 * Math.Abs(coefficient));
        }
    }

    [Test]
    public void FromTable_UnitsTooFarApart_AreRefused()
    {
        DriverTable table = DriverGenerators.Table([1e300, 2e300, 4e300, 3e300], [-1e-300, 3e-300, 2e-300, -4e-300]);
        Action act = () => KeyDrivers.FromTable(table);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("table").WithMessage("*x0*");
    }

    [Test]
    public void FromTable_AnOutcomeOfTwoValues_IsADoubtfulAssumption()
    {
        double[] driver = [.. Enumerable.Range(0, 100).Select(index => (double)(index % 7))];
        double[] band = [.. driver.Select((x, index) => x + (index % 3) > 4 ? 1.0 : 0)];
        Analyse(DriverGenerators.Table(band, driver)).Caveats.Should().Be(Caveats.AssumptionDoubtful);
        Analyse(DriverGenerators.Table(driver, band)).Caveats.Should().Be(Caveats.None);
        Analyse(DriverGenerators.Table(driver[..57], band[..57])).Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void FromTable_ImpossibleArguments_AreRefused()
    {
        Action resamples = () => KeyDrivers.FromTable(Longley.Table, -1);
        Action level = () => KeyDrivers.FromTable(Longley.Table, level: 1);
        Action method = () => KeyDrivers.FromTable(Longley.Table, method: (ImportanceMethod)9);
        double[] values = [.. Enumerable.Range(0, 30).Select(index => (double)(index * index % 31))];
        DriverTable wide = DriverGenerators.Table(values, [.. Enumerable.Repeat(values, 21)]);
        Action subsets = () => KeyDrivers.FromTable(wide, method: ImportanceMethod.Shapley);
        resamples.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("resamples");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        subsets.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method").WithMessage("*20*");
    }

    private static KeyDriverAnalysis Analyse(DriverTable table) => KeyDrivers.FromTable(table, resamples: 0).Model!;

    private static void ShouldBe(RegressionCoefficient actual, double value, double standardError)
    {
        actual.Estimate.Value.Should().BeApproximately(value, 1e-11 * Math.Abs(value));
        actual.Estimate.StandardError.Should().BeApproximately(standardError, 1e-11 * standardError);
    }
}
