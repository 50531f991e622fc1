using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>Special functions of the lifetime models against values computed with mpmath at 50 to 80 digits, from other formulas.</summary>
public sealed class SpecialFunctionsTests
{
    [TestCase(1e-8, 3, -17.7275335483924202, 100000001.499999985, -10000000000000000.8, 0.394934065307088379)]
    [TestCase(0.24, 29, 67.3635608823593037, 7.76450066042636289, -18.5370669794938768, 0.0347912022749542113)]
    [TestCase(
        0.24,
        0.0001,
        -0.000440523199619458825,
        0.00185645596037963289,
        -0.0145941395948580079,
        18.557264042173973
    )]
    [TestCase(9.99, 2.5, 5.93018450649062076, 0.233662079383510452, -0.021922343462176841, 0.0833546066860649434)]
    [TestCase(1e4, 1, 9.21034037197618274, 0.0001, -1.0e-8, 0.0000999950001666666663)]
    [TestCase(
        1e12,
        1e-4,
        0.00276310211159280496,
        1.0000000000005e-16,
        -1.00000000000099995e-28,
        1.0000000000004999e-12
    )]
    [TestCase(3.5, 1e9, 19723265898.8341736, 19.620109199301168, -0.330357755100234868, 9.99999997000000009e-10)]
    [TestCase(1e7, 1e7, 165043899.77420851, 0.693147205559945934, -5.00000037500001458e-8, 5.00000012500000208e-8)]
    [TestCase(1e-8, 1e9, 19723265809.0830362, 100000021.300481483, -10000000000000001.2, 1.00000000049999999e-9)]
    public void GammaRatio_AnyMagnitudes_KeepsItsDigits(
        double y,
        double d,
        double log,
        double digamma,
        double trigamma,
        double upperTrigamma
    )
    {
        GammaRatio ratio = GammaRatio.Of(y, d);
        ratio.Log.Should().BeApproximately(log, (2e-14 * Math.Abs(log)) + 1e-14);
        ratio.Digamma.Should().BeApproximately(digamma, 2e-14 * Math.Abs(digamma));
        ratio.Trigamma.Should().BeApproximately(trigamma, (2e-14 * Math.Abs(trigamma)) + 1e-14);
        ratio.UpperTrigamma.Should().BeApproximately(upperTrigamma, 2e-14 * Math.Abs(upperTrigamma));
    }

    [Test]
    public void GammaRatio_OfNothing_IsNothing()
    {
        GammaRatio ratio = GammaRatio.Of(0.3, 0);
        (ratio.Log, ratio.Digamma, ratio.Trigamma).Should().Be((0, 0, 0));
    }

    [TestCase(0.2426, 0.7929, 2.4259, 8.8, 1.19173622064948283)]
    [TestCase(2.2426, 0.7929, 4.4259, 0.9, 1.68519433397428322)]
    [TestCase(0.2426, 1, 2.4259, 11.78, 1.28805355763489006)]
    [TestCase(29.2426, 0.7929, 31.4259, 3.63, 54.1156829059855531)]
    [TestCase(0.2426, 0.7929, 2.4259, 1e12, 1507.39753346861471)]
    [TestCase(1000.5, 3, 1010, 4, 485.386472332625086)]
    [TestCase(1e-6, 1e-6, 1e-6, 1e12, 499986.684681631194)]
    [TestCase(1e6, 1e6, 1e6, 1e-12, 9.99999749999791647e-7)]
    [TestCase(5, 1e-6, 2, 1e12, 4999860430180.32901)]
    [TestCase(5, 2, 1e-6, 1e12, 1.000001)]
    [TestCase(0.5, 40, 1e-3, 1e3, 0.968417440795947695)]
    [TestCase(100, 30, 1e5, 1e4, 3449.27586206896552)]
    [TestCase(3, 1.0000001, 2, 50, 8.84404180610776263)]
    [TestCase(1e-3, 1e3, 1e3, 1e-6, 9.99999749750083476e-10)]
    [TestCase(1e6, 1e-6, 1e6, 1e3, 999994084.353446432)]
    public void ExpectedPurchaseCount_AnyMagnitudes_KeepsItsDigits(
        double shape,
        double a,
        double b,
        double ratio,
        double expected
    )
    {
        ExpectedPurchaseCount.Of(shape, a, b, ratio).Should().BeApproximately(expected, 2e-13 * expected);
        double byQuadrature = ExpectedPurchaseCount.ByQuadrature(shape, a, b, ratio);
        byQuadrature.Should().BeApproximately(expected, 2e-13 * expected);
    }

    [TestCase(0.1, 0.6, 3.47151667717028993)]
    [TestCase(1e-6, 0.6, 554.677041479891575)]
    [TestCase(1e-6, 1.5, 1.99645908875594616)]
    [TestCase(50, 2, 0.0192445034942564817)]
    [TestCase(0.13, 1, 1.80948362661795876)]
    [TestCase(1e-10, 0.01, 7989925139.28211677)]
    [TestCase(2, 300, 0.00332218555841797377)]
    [TestCase(1e5, 0.5, 9.99995000074998125e-6)]
    public void DiscountIntegral_AnyMagnitudes_KeepsItsDigits(double z, double s, double expected) =>
        new DiscountIntegral(z, s).Value().Should().BeApproximately(expected, 2e-13 * expected);

    [TestCase(1e-300, 1e-300)]
    [TestCase(1e-10, 9.9999999995e-11)]
    [TestCase(0.5, 0.40546510810816438)]
    [TestCase(1e300, 690.77552789821370521)]
    [TestCase(-0.3, -0.35667494393873237891)]
    public void LogOnePlus_AnyMagnitude_KeepsItsDigits(double x, double expected)
    {
        LogOnePlus.Of(x).Should().BeApproximately(expected, 1e-15 * Math.Abs(expected));
        LogOnePlus.Of(x, 1).Should().BeApproximately(expected, 1e-15 * Math.Abs(expected));
    }

    [Test]
    public void LogOnePlus_RatioBeyondDouble_IsADifferenceOfLogarithms() =>
        LogOnePlus.Of(1e200, 1e-200).Should().BeApproximately(400 * Math.Log(10), 1e-12);

    [TestCase(1e-300, 1e-300)]
    [TestCase(1e-10, 1.00000000005e-10)]
    [TestCase(-0.5, -0.39346934028736657640)]
    [TestCase(2, 6.3890560989306502272)]
    [TestCase(-800, -1)]
    [TestCase(800, double.PositiveInfinity)]
    public void ExpMinusOne_AnyMagnitude_KeepsItsDigits(double x, double expected)
    {
        double value = ExpMinusOne.Of(x);
        (value.Equals(expected) || Math.Abs(value - expected) <= 4e-16 * Math.Abs(expected)).Should().BeTrue();
    }

    [Test]
    public void ChebyshevInterpolant_SmoothFunction_AgreesEverywhere()
    {
        ChebyshevInterpolant curve = ChebyshevInterpolant.TryCreate(x => Math.Exp(x) / (1 + x), 0, 5)!;
        for (double x = 0; x <= 5; x += 0.05)
        {
            double expected = Math.Exp(x) / (1 + x);
            curve.At(x).Should().BeApproximately(expected, 1e-12 * expected + 1e-12);
        }
    }

    [Test]
    public void ChebyshevInterpolant_FunctionWithACorner_IsRefused() =>
        ChebyshevInterpolant.TryCreate(x => Math.Abs(x - 1), 0, 5).Should().BeNull();

    [Test]
    public void ChebyshevInterpolant_RangeOfOnePoint_IsConstant() =>
        ChebyshevInterpolant.TryCreate(Math.Exp, 2, 2)!.At(2).Should().Be(Math.Exp(2));

    [Test]
    public void SymmetricEigen_KnownMatrix_RebuildsIt()
    {
        double[] matrix = [-4, 1, 0.5, 0, 1, -3, 1e-3, 2, 0.5, 1e-3, 1e-8, 0, 0, 2, 0, -7];
        var eigen = new SymmetricEigen(4);
        eigen.DecomposeNegative(matrix);
        for (int row = 0; row < 4; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                double sum = 0;
                for (int k = 0; k < 4; k++)
                {
                    sum += eigen.Vector(row, k) * eigen.Values[k] * eigen.Vector(column, k);
                }

                sum.Should().BeApproximately(-matrix[(row * 4) + column], 1e-14);
            }
        }
    }
}
