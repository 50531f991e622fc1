using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

public sealed class RetentionSummaryTests
{
    private static readonly SurvivalCurve Curve = SurvivalCurve.FromTimes(
        [20, 45, 80, 100, 150, 200, 250, 300, 300, 300],
        [true, true, false, true, true, false, true, false, false, false]
    );

    [Test]
    public void FromCurve_AnyCurve_AnswersWhatItWouldBeAskedFor()
    {
        RetentionSummary summary = RetentionSummary.FromCurve(Curve, 300, 0.9, SurvivalIntervalMethod.Log);

        summary.Retention.Select(point => point.Time).Should().Equal(30, 90, 180, 365);
        summary.Retention[1].Should().Be(Curve.At(90, 0.9, SurvivalIntervalMethod.Log));
        summary.Median.Should().Be(Curve.Median(0.9, SurvivalIntervalMethod.Log));
        summary.Horizon.Should().Be(300);
        summary.RestrictedMean.Should().Be(RestrictedMean.FromCurve(Curve, 300, 0.9));
    }

    [Test]
    public void FromCurve_ObservationsShorterThanAYear_HaveNoValueThere()
    {
        RetentionSummary summary = RetentionSummary.FromCurve(Curve);

        summary.Horizon.Should().Be(365);
        summary.Retention[3].Estimate.Value.Should().BeNull();
        summary.RestrictedMean.Value.Should().BeNull();
    }
}
