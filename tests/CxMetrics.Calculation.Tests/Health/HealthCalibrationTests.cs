using CxMetrics.Calculation.Health;

namespace CxMetrics.Calculation.Tests.Health;

public sealed class HealthCalibrationTests
{
    private static readonly ScoredOutcome[] Customers =
    [
        new(20, true),
        new(50, true),
        new(40, false),
        new(60, false),
        new(75, true),
        new(80, false),
        new(90, false),
    ];

    [Test]
    public void FromOutcomes_LossesAmongLowScores_AreForetold()
    {
        HealthCalibration calibration = HealthCalibration.FromOutcomes(Customers);
        (calibration.SampleSize, calibration.Lost).Should().Be((7, 3));

        // Of twelve comparisons the lost customer scores lower in 4, 3 and 2.
        calibration.AreaUnderCurve.Value.Should().BeApproximately(9 / 12.0, 1e-15);
        calibration.Bands.Select(band => band.Band).Should().Equal(HealthBand.Red, HealthBand.Amber, HealthBand.Green);
        calibration.Bands.Select(band => band.LossRate.SampleSize).Should().Equal(3, 2, 2);
        calibration.Bands[0].LossRate.Should().Be(Proportion.FromCounts(2, 3));
        calibration.Bands[2].LossRate.Value.Should().Be(0);
        calibration
            .Brier.Score.Value.Should()
            .BeApproximately((0.04 + 0.25 + 0.36 + 0.16 + 0.5625 + 0.04 + 0.01) / 7, 1e-15);
    }

    [Test]
    public void FromOutcomes_OtherBands_AreCountedByThem()
    {
        HealthCalibration calibration = HealthCalibration.FromOutcomes(Customers, new HealthBands(30, 40), 0.9);
        calibration.Bands.Select(band => band.LossRate.SampleSize).Should().Equal(1, 1, 5);
        calibration.AreaUnderCurve.Interval!.Value.Level.Should().Be(0.9);
    }

    [Test]
    public void FromOutcomes_NoCustomers_HasNoValues()
    {
        HealthCalibration calibration = HealthCalibration.FromOutcomes([]);
        calibration.AreaUnderCurve.Should().Be(Estimate.None);
        calibration.Brier.Score.Should().Be(Estimate.None);
        calibration.Bands.Should().OnlyContain(band => band.LossRate == Estimate.None);
    }

    [Test]
    public void FromOutcomes_ImpossibleArguments_AreRefused()
    {
        Action score = () => HealthCalibration.FromOutcomes([new ScoredOutcome(101, true)]);
        Action level = () => HealthCalibration.FromOutcomes(Customers, level: 1);
        score.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("outcomes");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }
}
