using CxMetrics.Calculation.Health;

namespace CxMetrics.Calculation.Tests.Health;

public sealed class HealthScoreChangeTests
{
    private static readonly HealthAssessment Before = Assess(
        Customers.Nps(50, 10),
        Customers.Usage(5),
        Customers.Billing(10)
    );

    [Test]
    public void Between_NewValues_IsAChangeOfData()
    {
        HealthScoreChange change = HealthScoreChange.Between(
            Before,
            Assess(Customers.Nps(70, 10), Customers.Usage(2), Customers.Billing(10))
        );
        change.Change.Value.Should().BeApproximately(5 - 9, 1e-12);
        change.DataChange.Should().BeApproximately(-4, 1e-12);
        change.CoverageChange.Should().BeApproximately(0, 1e-12);
        change.DefinitionChange.Should().Be(0);
        change.Components.Select(item => item.Key).Should().Equal("nps", "usage", "billing");
        change.Components[1].Points.Should().BeApproximately(-9, 1e-12);
    }

    [Test]
    public void Between_AComponentGoneStale_IsAChangeOfCoverage()
    {
        HealthScoreChange change = HealthScoreChange.Between(
            Before,
            Assess(Customers.Nps(50, 10), Customers.Usage(5), Customers.Billing(10, days: 60))
        );
        change.DataChange.Should().Be(0);
        change.DefinitionChange.Should().Be(0);
        change.CoverageChange.Should().BeApproximately((52.5 / 0.8) - 68.5, 1e-12);
    }

    [Test]
    public void Between_OtherWeights_IsAChangeOfDefinition()
    {
        HealthDefinition reweighted = new(
            "v2",
            [
                .. Customers.Definition.Components.Select(item => new HealthComponent(
                    item.Key,
                    1,
                    item.Curve,
                    item.Validity
                )),
            ]
        );
        HealthScoreChange change = HealthScoreChange.Between(
            Before,
            HealthScore.FromReadings(reweighted, Before.Readings)
        );
        change.DataChange.Should().Be(0);
        change.CoverageChange.Should().BeApproximately(0, 1e-12);
        change.DefinitionChange.Should().BeApproximately((205 / 3.0) - 68.5, 1e-12);
    }

    [Test]
    public void Between_NoComponentInCommon_IsAChangeOfDefinition()
    {
        HealthDefinition other = new(
            "v2",
            [new("seats", 1, new(ScaleDirection.HigherIsBetter, new(0, 0), new(10, 100)), TimeSpan.FromDays(30))]
        );
        HealthAssessment after = HealthScore.FromReadings(other, [new("seats", 9, 0.5, TimeSpan.Zero)]);
        HealthScoreChange change = HealthScoreChange.Between(Before, after);
        change.DefinitionChange.Should().Be(change.Change.Value);
        change.DataChange.Should().Be(0);
        change.CoverageChange.Should().Be(0);
        change.Components.Should().BeEmpty();
    }

    [Test]
    public void Between_UncertainScores_HasSquareAndAddLimits()
    {
        HealthAssessment after = Assess(Customers.Nps(20, 20), Customers.Usage(5), Customers.Billing(10));
        HealthScoreChange change = HealthScoreChange.Between(Before, after, 0.9);
        change
            .Change.StandardError.Should()
            .BeApproximately(double.Hypot(Before.Score.StandardError!.Value, after.Score.StandardError!.Value), 1e-14);
        ConfidenceInterval interval = change.Change.Interval!.Value;
        interval.Level.Should().Be(0.9);
        (interval.Upper - change.Change.Value!.Value)
            .Should()
            .BeApproximately(1.6448536269514722 * change.Change.StandardError!.Value, 1e-12);
        change.Change.PValue.Should().BeInRange(0, 1);
        change.Change.FirstSampleSize.Should().Be(3);
    }

    [Test]
    public void Between_CertainScores_HasNoInterval()
    {
        HealthAssessment one = Assess(Customers.Usage(5), Customers.Billing(10));
        HealthAssessment other = Assess(Customers.Usage(6), Customers.Billing(10));
        HealthScoreChange change = HealthScoreChange.Between(one, other);
        change.Change.Value.Should().BeApproximately(6, 1e-12);
        change.Change.StandardError.Should().Be(0);
        change.Change.Interval.Should().BeNull();
        change.Change.PValue.Should().BeNull();
    }

    [Test]
    public void Between_WithoutAScoreOnOneSide_IsNull()
    {
        HealthScoreChange change = HealthScoreChange.Between(Before, Assess());
        change.Change.Value.Should().BeNull();
        change.Change.StandardError.Should().BeNull();
        change.Change.Interval.Should().BeNull();
        (change.DataChange, change.CoverageChange, change.DefinitionChange).Should().Be((null, null, null));
        change.Components.Should().BeEmpty();
    }

    [Test]
    public void Between_AnImpossibleLevel_IsRefused()
    {
        Action act = () => HealthScoreChange.Between(Before, Before, 0);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    private static HealthAssessment Assess(params ComponentReading[] readings) =>
        HealthScore.FromReadings(Customers.Definition, readings);
}
