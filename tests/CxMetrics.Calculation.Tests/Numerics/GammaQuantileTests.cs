using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Tests.Numerics;

/// <summary>Against roots of the defining series at 60 digits, and beyond 1e9 of the Cornish-Fisher expansion at 40 digits.</summary>
public sealed class GammaQuantileTests
{
    private const double Relative = 1e-12;

    [TestCase(1, 5e-10, 5.000000001250000000416666e-10)]
    [TestCase(1, 0.005, 0.005012541823544282043093)]
    [TestCase(1, 0.025, 0.025317807984289875403723)]
    [TestCase(2, 5e-10, 3.1623109939848463820e-5)]
    [TestCase(2, 0.025, 0.242209278543964902902040)]
    [TestCase(5, 5e-10, 0.036161511786164849554285)]
    [TestCase(12, 0.025, 6.200575108722216527066219)]
    [TestCase(481, 5e-10, 358.8721473600865607081290)]
    [TestCase(481, 0.025, 438.9694827434950408903208)]
    [TestCase(10_000, 0.025, 9804.952467260183146780293)]
    [TestCase(999_999, 5e-10, 993901.6959957402430145892)]
    [TestCase(999_999, 0.005, 997425.0503091557987367144)]
    [TestCase(1_000_001, 5e-10, 993903.6898863351953912805)]
    [TestCase(1_000_001, 0.025, 998041.9823603120698084536)]
    [TestCase(5_000_000, 0.025, 4995618.334526947381869503)]
    [TestCase(1e9, 0.025, 999938021.4439279)]
    [TestCase(1e12, 0.025, 999998040036.9626)]
    public void Lower_AnyShape_KeepsItsDigits(double shape, double probability, double point) =>
        GammaQuantile.Lower(shape, probability).Should().BeApproximately(point, Relative * point);

    [TestCase(1, 5e-10, 21.41641301750635646557915)]
    [TestCase(1, 0.025, 3.688879454113936302852455)]
    [TestCase(2, 5e-10, 24.66140097273806459836332)]
    [TestCase(2, 0.005, 7.430129500280122421324211)]
    [TestCase(5, 5e-10, 32.26160645485571961752689)]
    [TestCase(13, 0.025, 20.96158504817695569422741)]
    [TestCase(481, 5e-10, 627.3217453723467618875974)]
    [TestCase(481, 0.025, 524.9245397678516696090493)]
    [TestCase(100_000, 0.025, 100620.7416407737364409049)]
    [TestCase(999_999, 5e-10, 1006120.520588702095826884)]
    [TestCase(1_000_001, 5e-10, 1006122.526698107165300638)]
    [TestCase(1_000_001, 0.025, 1001961.911945432193944761)]
    [TestCase(5_000_000, 0.025, 5004383.559778905841062216)]
    [TestCase(1e12, 0.025, 1000001959964.9316926)]
    public void Upper_AnyShape_KeepsItsDigits(double shape, double probability, double point) =>
        GammaQuantile.Upper(shape, probability).Should().BeApproximately(point, Relative * point);
}
