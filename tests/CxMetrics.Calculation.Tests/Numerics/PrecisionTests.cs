using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Tests.Numerics;

/// <summary>Quantiles and tails against values computed with mpmath at 60 digits, from the defining equations.</summary>
public sealed class PrecisionTests
{
    private const double Relative = 1e-12;

    [TestCase(1, 1_000_000, 0.95, 2.53178076637942e-08, 5.571630655172243e-06)]
    [TestCase(1, 1_000_000, 0.999, 5.001250415572358e-10, 9.99863251031123e-06)]
    [TestCase(1, 10_000_000, 0.95, 2.531780795224033e-09, 5.57164211736073e-07)]
    [TestCase(1, 10_000_000, 0.999, 5.001250416697921e-11, 9.998672998881338e-07)]
    [TestCase(3, 1_000_000_000, 0.95, 6.18672123322896e-10, 8.767273044460696e-09)]
    [TestCase(3, 1_000_000_000, 0.999, 1.497038500616627e-10, 1.3934023125513704e-08)]
    [TestCase(20, 1_000_000_000, 0.95, 1.2216519626839207e-08, 3.088837773451243e-08)]
    [TestCase(20, 1_000_000_000, 0.999, 8.453108252138528e-09, 3.940982904601937e-08)]
    [TestCase(40, 1_000_000_000_000, 0.95, 2.85765864419379e-11, 5.446864696359003e-11)]
    [TestCase(40, 1_000_000_000_000, 0.999, 2.2395524247810354e-11, 6.538878228136796e-11)]
    public void ClopperPearson_FewSuccessesOfVeryMany_KeepsItsDigits(
        long successes,
        long trials,
        double level,
        double lower,
        double upper
    )
    {
        IntervalLimits limits = ClopperPearsonInterval.FromCounts(successes, trials, level);
        limits.Lower.Should().BeApproximately(lower, Relative * lower);
        limits.Upper.Should().BeApproximately(upper, Relative * upper);
    }

    [TestCase(0.5, 10.5, 0.95, 4.789043315758198e-05)]
    [TestCase(2, 9, 0.95, 0.025210726326833383)]
    [TestCase(29, 31, 0.95, 0.3589127278005322)]
    [TestCase(29, 30000, 0.95, 0.0006468805865458813)]
    [TestCase(30, 30, 0.95, 0.37498254973497647)]
    [TestCase(30, 5000, 0.95, 0.004028343352086253)]
    [TestCase(31, 33, 0.95, 0.36375935999913495)]
    [TestCase(300, 701, 0.95, 0.27172111212914446)]
    [TestCase(2000, 9000, 0.95, 0.17466592003123524)]
    [TestCase(29.5, 1000000, 0.95, 1.983045046423975e-05)]
    [TestCase(0.5, 10.5, 0.999, 1.915036655188193e-08)]
    [TestCase(2, 9, 0.999, 0.0033633685337219636)]
    [TestCase(29, 31, 0.999, 0.28126604952084744)]
    [TestCase(29, 30000, 0.999, 0.0004820385434623898)]
    [TestCase(30, 30, 0.999, 0.29606747305550657)]
    [TestCase(30, 5000, 0.999, 0.0030207094115157784)]
    [TestCase(31, 33, 0.999, 0.28805866218024617)]
    [TestCase(300, 701, 0.999, 0.2534743152391703)]
    [TestCase(2000, 9000, 0.999, 0.1699092728444832)]
    [TestCase(29.5, 1000000, 0.999, 1.481986505907591e-05)]
    [TestCase(0.5, 10.5, 0.999999, 1.915036423032102e-14)]
    [TestCase(2, 9, 0.999999, 0.00010543889759946348)]
    [TestCase(29, 31, 0.999999, 0.19963303437916483)]
    [TestCase(29, 30000, 0.999999, 0.0003259775024203973)]
    [TestCase(30, 30, 0.999999, 0.2123210117609763)]
    [TestCase(30, 5000, 0.999999, 0.0020609700260494825)]
    [TestCase(31, 33, 0.999999, 0.207761865124613)]
    [TestCase(300, 701, 0.999999, 0.23228689671144165)]
    [TestCase(2000, 9000, 0.999999, 0.16427854352443705)]
    [TestCase(29.5, 1000000, 0.999999, 1.0064354525102047e-05)]
    public void BetaQuantile_ShapesOnBothSidesOfTheSeries_KeepsItsDigits(
        double first,
        double second,
        double level,
        double lower
    )
    {
        BetaQuantile.Lower(first, second, level).Should().BeApproximately(lower, Relative * lower);
        (1 - BetaQuantile.Upper(second, first, level)).Should().BeApproximately(lower, 1e-15 + (Relative * lower));
    }

    [Test]
    public void BetaTails_AtTheQuantileOfAnyShapes_AreTheProbability()
    {
        double[] shapes = [0.5, 1, 3, 29.5, 30, 31, 400.5, 1e4, 1e6, 1e9];
        foreach (double a in shapes)
        {
            foreach (double b in shapes)
            {
                double point = BetaQuantile.Lower(a, b, 0.9);
                double logOdds = Math.Log(point) - Math.Log(Complement(b, a));
                BetaDistribution.Tails(a, b, logOdds).Lower.Should().BeApproximately(0.05, 1e-11, $"{a} and {b}");
            }
        }
    }

    private static double Complement(double shape, double other) => BetaQuantile.Upper(shape, other, 0.9);

    [TestCase(0.1, 0.95, 1682362288745.0105)]
    [TestCase(0.1, 0.5, 168.23607319770713)]
    [TestCase(0.1, 0.01, 0.0338333958083144)]
    [TestCase(0.5, 0.95, 164.55767348048823)]
    [TestCase(0.5, 0.5, 1.5537739740300374)]
    [TestCase(0.5, 0.999, 411396.46252617065)]
    [TestCase(0.5, 0.01, 0.018543934043029252)]
    [TestCase(1, 0.95, 12.706204736174694)]
    [TestCase(1, 0.5, 1.0)]
    [TestCase(1, 0.999, 636.6192487687191)]
    [TestCase(1, 0.01, 0.015709255323664916)]
    [TestCase(2.5, 0.95, 3.5746548420036817)]
    [TestCase(2.5, 0.5, 0.7850136829923011)]
    [TestCase(2.5, 0.999, 18.27789352813064)]
    [TestCase(2.5, 0.01, 0.013820072570401534)]
    [TestCase(7, 0.95, 2.364624251592785)]
    [TestCase(7, 0.5, 0.7111417780817864)]
    [TestCase(7, 0.999, 5.407882520861724)]
    [TestCase(7, 0.01, 0.012987718654428904)]
    [TestCase(22.47, 0.95, 2.0713608812802815)]
    [TestCase(22.47, 0.5, 0.6855650116577899)]
    [TestCase(22.47, 0.999, 3.7803088110311385)]
    [TestCase(22.47, 0.01, 0.012673670959351858)]
    [TestCase(199, 0.95, 1.9719565442517535)]
    [TestCase(199, 0.5, 0.6757245956106457)]
    [TestCase(199, 0.999, 3.3400865561614306)]
    [TestCase(199, 0.01, 0.012549227382736873)]
    [TestCase(9999, 0.95, 1.9602012636213573)]
    [TestCase(9999, 0.5, 0.674514286937346)]
    [TestCase(9999, 0.999, 3.2915000633009317)]
    [TestCase(9999, 0.01, 0.012533782929290378)]
    [TestCase(5042956, 0.95, 1.9599644549530002)]
    [TestCase(5042956, 0.5, 0.6744897988451165)]
    [TestCase(5042956, 0.999, 3.2905286608634468)]
    [TestCase(5042956, 0.01, 0.01253347012950234)]
    [TestCase(1e9, 0.95, 1.959963986912325)]
    [TestCase(1e12, 0.95, 1.9599639845424262)]
    public void StudentT_AnyDegreesOfFreedom_KeepsItsDigits(double degreesOfFreedom, double level, double expected) =>
        StudentTInterval.Quantile(degreesOfFreedom, level).Should().BeApproximately(expected, Relative * expected);

    [TestCase(1e-06, 1.2533141373158284e-06)]
    [TestCase(0.01, 0.012533469508069264)]
    [TestCase(0.5, 0.6744897501960817)]
    [TestCase(0.8, 1.2815515655446006)]
    [TestCase(0.95, 1.9599639845400538)]
    [TestCase(0.99, 2.5758293035489004)]
    [TestCase(0.9999, 3.890591886413121)]
    [TestCase(0.999999999, 6.109410209383449)]
    [TestCase(0.999999999999999, 8.026957018033892)]
    public void TwoSidedQuantile_AnyLevel_KeepsItsDigits(double level, double expected) =>
        StandardNormal.TwoSidedQuantile(level).Should().BeApproximately(expected, Relative * expected);

    [TestCase(0.1, 0.920344325445942)]
    [TestCase(1, 0.3173105078629141)]
    [TestCase(3, 0.002699796063260189)]
    [TestCase(8, 1.2441921148543568e-15)]
    [TestCase(20, 5.5072482372124675e-89)]
    [TestCase(37, 1.1451142445049154e-299)]
    public void TwoSidedPValue_FarOut_KeepsItsDigits(double z, double expected) =>
        ZTest.TwoSidedPValue(3 * z, 3).Should().BeApproximately(expected, Relative * expected);

    [Test]
    public void TwoSidedPValue_WithoutSpread_IsUndefined() => ZTest.TwoSidedPValue(1, 0).Should().BeNull();

    [Test]
    public void StudentT_DegreesOfFreedomNearZero_IsInfinite()
    {
        StudentTInterval.Quantile(1e-7).Should().Be(double.PositiveInfinity);
        StudentTInterval.FromStandardError(5, 0, 1e-7).Should().Be(new IntervalLimits(5, 5));
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void StudentT_ImpossibleDegreesOfFreedom_AreRefused(double degreesOfFreedom)
    {
        Action act = () => StudentTInterval.Quantile(degreesOfFreedom);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(degreesOfFreedom));
    }
}
