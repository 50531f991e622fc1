using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Intervals;

public sealed class FiellerIntervalTests
{
    [Test]
    public void FromLinearization_TextbookForm_HasTheSameRoots()
    {
        // Means 10 and 8, variances of the means 1 and 1.5, covariance 0.6: (x̄² − t²a)ρ² − 2(x̄ȳ − t²c)ρ + (ȳ² − t²b) = 0.
        const double t = 2.2;
        double ratio = 0.8;
        double residualVariance = 1.5 - (2 * ratio * 0.6) + (ratio * ratio * 1);
        double residualCovariance = 0.6 - (ratio * 1);
        IntervalLimits limits = FiellerInterval
            .FromLinearization(ratio, Math.Sqrt(residualVariance) / 10, 1 / 100.0, residualCovariance / 100, t)!
            .Value;

        double a = 100 - (t * t);
        double b = 80 - (t * t * 0.6);
        double c = 64 - (t * t * 1.5);
        double root = Math.Sqrt((b * b) - (a * c));
        limits.Lower.Should().BeApproximately((b - root) / a, 1e-12);
        limits.Upper.Should().BeApproximately((b + root) / a, 1e-12);
    }

    [Test]
    public void FromLinearization_KnownDenominator_IsSymmetric()
    {
        IntervalLimits limits = FiellerInterval.FromLinearization(0.5, 0.1, 0, 0, 2)!.Value;
        limits.Lower.Should().BeApproximately(0.3, 1e-15);
        limits.Upper.Should().BeApproximately(0.7, 1e-15);
    }

    [Test]
    public void FromLinearization_DenominatorThatMayBeZero_IsUnbounded() =>
        FiellerInterval.FromLinearization(1, 0.1, 0.25, 0, 2).Should().BeNull();

    [Test]
    public void FromLinearization_NoResiduals_HasNoWidth() =>
        FiellerInterval.FromLinearization(1.5, 0, 0.01, 0, 2).Should().Be(new IntervalLimits(1.5, 1.5));

    [TestCase(double.NaN, 0.1, 0.1, 0.1, 2, "ratio")]
    [TestCase(1, -0.1, 0.1, 0.1, 2, "standardError")]
    [TestCase(1, 0.1, -0.1, 0.1, 2, "denominatorVariance")]
    [TestCase(1, 0.1, 0.1, double.PositiveInfinity, 2, "residualCovariance")]
    [TestCase(1, 0.1, 0.1, 0.1, 0, "quantile")]
    [TestCase(1, 0.1, 0.1, 0.1, -1, "quantile")]
    public void FromLinearization_ImpossibleNumbers_AreRefused(
        double ratio,
        double error,
        double variance,
        double covariance,
        double quantile,
        string name
    )
    {
        Action act = () => FiellerInterval.FromLinearization(ratio, error, variance, covariance, quantile);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }
}
