using CxMetrics.Calculation.Health;
using CxMetrics.Calculation.Tests.Properties;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Health;

public sealed class HealthCurveTests
{
    private static readonly HealthCurve Usage = new(
        ScaleDirection.HigherIsBetter,
        new(0, 0),
        new(10, 80),
        new(30, 100)
    );
    private static readonly HealthCurve Waiting = new(
        ScaleDirection.LowerIsBetter,
        new(4, 100),
        new(24, 20),
        new(72, 20)
    );

    [TestCase(-5, 0)]
    [TestCase(0, 0)]
    [TestCase(5, 40)]
    [TestCase(10, 80)]
    [TestCase(20, 90)]
    [TestCase(30, 100)]
    [TestCase(1e300, 100)]
    public void PointsOf_AnyValue_LieOnTheCurve(double raw, double points) =>
        Usage.PointsOf(raw).Should().BeApproximately(points, 1e-13);

    [TestCase(1, 100)]
    [TestCase(14, 60)]
    [TestCase(100, 20)]
    public void PointsOf_LowerIsBetter_Fall(double raw, double points) =>
        Waiting.PointsOf(raw).Should().BeApproximately(points, 1e-13);

    [Test]
    public void StandardErrorOfPoints_WithinALine_IsSlopeTimesStandardError() =>
        Usage.StandardErrorOfPoints(5, 0.1).Should().BeApproximately(0.8, 1e-12);

    [Test]
    public void StandardErrorOfPoints_OnAKnot_IsTheRootMeanSquareOfBothSides() =>
        Usage.StandardErrorOfPoints(10, 0.1).Should().BeApproximately(0.1 * Math.Sqrt(((8 * 8) + 1) / 2.0), 1e-12);

    [Test]
    public void StandardErrorOfPoints_OnAnEndKnot_IsHalfTheVarianceOfTheSlope() =>
        Usage.StandardErrorOfPoints(30, 0.1).Should().BeApproximately(0.1 / Math.Sqrt(2), 1e-12);

    [TestCase(5, 2)]
    [TestCase(9, 3)]
    [TestCase(35, 4)]
    [TestCase(-20, 15)]
    [TestCase(12, 0.5)]
    [TestCase(12, 500)]
    [TestCase(50, 4)]
    public void StandardErrorOfPoints_AcrossKnots_IsTheIntegralOverTheNormal(double raw, double standardError) =>
        Usage
            .StandardErrorOfPoints(raw, standardError)
            .Should()
            .BeApproximately(Simpson(Usage, raw, standardError), 1e-6 * Simpson(Usage, raw, standardError));

    [Test]
    public void StandardErrorOfPoints_ANarrowStep_KeepsItsDigits()
    {
        HealthCurve step = new(ScaleDirection.HigherIsBetter, new(0, 0), new(1e-9, 100));

        // Half of the probability lies on the other side, 100 points away.
        step.StandardErrorOfPoints(0, 1).Should().BeApproximately(100 / Math.Sqrt(2), 1e-6);
        step.StandardErrorOfPoints(-3, 1).Should().BeApproximately(100 * Math.Sqrt(0.0013498980316301), 1e-6);
    }

    [Test]
    public void StandardErrorOfPoints_ALevelPart_IsNotCertain() =>
        ForAll(
            FsCheck.Fluent.ArbMap.Default.ArbFor<byte>(),
            distance =>
            {
                double deviations = distance % 30;
                Waiting.StandardErrorOfPoints(24 + deviations, 1).Should().BePositive();
                Usage.StandardErrorOfPoints(30 + deviations, 1).Should().BePositive();
            }
        );

    [Test]
    public void StandardErrorOfPoints_NoOrAnExtremeError_StaysInRange()
    {
        Usage.StandardErrorOfPoints(5, 0).Should().Be(0);
        Usage.StandardErrorOfPoints(5, 1e-320).Should().BeInRange(0, 1e-300);
        Usage.StandardErrorOfPoints(5, 1e308).Should().BeApproximately(Math.Sqrt(((40 * 40) + (60 * 60)) / 2.0), 1e-9);
        Usage.StandardErrorOfPoints(-1e308, 1).Should().Be(0);
    }

    [Test]
    public void Curve_ImpossibleKnots_AreRefused()
    {
        const ScaleDirection Up = ScaleDirection.HigherIsBetter;
        Refused(() => new HealthCurve(Up, new CurveKnot(0, 0)), "*two knots*");
        Refused(() => new HealthCurve(Up, new(0, 0), new(0, 50)), "*ascend*");
        Refused(() => new HealthCurve(Up, new(1, 0), new(0, 50)), "*ascend*");
        Refused(() => new HealthCurve(Up, new(0, 50), new(1, 0)), "*against HigherIsBetter*");
        Refused(() => new HealthCurve(ScaleDirection.LowerIsBetter, new(0, 0), new(1, 50)), "*against LowerIsBetter*");
        Refused(() => new HealthCurve(Up, new(0, 0), new(1, 101)), "*0 to 100*");
        Refused(() => new HealthCurve(Up, new(0, -1), new(1, 50)), "*0 to 100*");
        Refused(() => new HealthCurve(Up, new(0, 0), new(double.NaN, 50)), "*finite*");
        Refused(() => new HealthCurve(Up, new(0, 50), new(1, 50)), "*change*");
        Refused(() => new HealthCurve(Up, new(-1e308, 0), new(1e308, 50)), "*finite range*");
    }

    [Test]
    public void PointsOf_ImpossibleArguments_AreRefused()
    {
        Action raw = () => Usage.PointsOf(double.NaN);
        Action error = () => Usage.StandardErrorOfPoints(1, -1);
        raw.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("raw");
        error.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardError");
    }

    [Test]
    public void Constructor_AnUnknownDirection_IsRefused()
    {
        Action act = () => _ = new HealthCurve((ScaleDirection)2, new CurveKnot(0, 100), new CurveKnot(1, 0));
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("direction");
    }

    private static void Refused(Func<HealthCurve> curve, string message) =>
        curve.Should().Throw<ArgumentException>().WithParameterName("knots").WithMessage(message);

    private static double Simpson(HealthCurve curve, double raw, double standardError)
    {
        const int Steps = 400_000;
        const double Reach = 12;
        double points = curve.PointsOf(raw);
        double sum = 0;
        for (int step = 0; step <= Steps; step++)
        {
            double u = (2 * Reach * step / Steps) - Reach;
            double distance = curve.PointsOf(raw + (u * standardError)) - points;
            double weight =
                step is 0 or Steps ? 1
                : step % 2 == 0 ? 2
                : 4;
            sum += weight * distance * distance * Math.Exp(-u * u / 2);
        }

        return Math.Sqrt(sum * (2 * Reach / Steps / 3) / Math.Sqrt(2 * Math.PI));
    }
}
