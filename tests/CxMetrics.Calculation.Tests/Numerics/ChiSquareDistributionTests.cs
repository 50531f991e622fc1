using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Tests.Numerics;

/// <summary>Upper tails against the regularised incomplete gamma function of mpmath at 50 digits.</summary>
public sealed class ChiSquareDistributionTests
{
    [TestCase(1e-06, 1, 0.9992021155721779)]
    [TestCase(0.5, 1, 0.4795001221869535)]
    [TestCase(3.8414588206941236, 1, 0.05000000000000007)]
    [TestCase(30, 1, 4.3204630578274975e-08)]
    [TestCase(500, 1, 9.505397766554091e-111)]
    [TestCase(1300, 1, 1.1303728441492743e-284)]
    [TestCase(5.35, 2, 0.06890682839466258)]
    [TestCase(100, 2, 1.9287498479639178e-22)]
    [TestCase(2.5, 3, 0.4752910833430206)]
    [TestCase(7.8, 3, 0.05033109785985335)]
    [TestCase(400, 3, 2.2138865931011176e-86)]
    [TestCase(9, 10, 0.5321035763747155)]
    [TestCase(60, 10, 3.6243009520614882e-09)]
    [TestCase(40, 50, 0.8432273781737623)]
    [TestCase(250, 50, 2.17729100111238e-28)]
    [TestCase(120, 100, 0.08440668109369183)]
    [TestCase(1000, 100, 2.306076738035398e-148)]
    [TestCase(1000, 999, 0.48513148927490146)]
    [TestCase(1400, 1000, 7.032145641828589e-16)]
    public void UpperTail_FarOutToo_KeepsItsDigits(double x, int degreesOfFreedom, double expected) =>
        ChiSquareDistribution.UpperTail(x, degreesOfFreedom).Should().BeApproximately(expected, 1e-12 * expected);

    [TestCase(0, 3, 1)]
    [TestCase(1e6, 2, 0)]
    [TestCase(1e300, 1, 0)]
    public void UpperTail_AtTheEnds_IsCertain(double x, int degreesOfFreedom, double expected) =>
        ChiSquareDistribution.UpperTail(x, degreesOfFreedom).Should().Be(expected);
}
