using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class DifferenceMethodNamesTests
{
    [Test]
    public void ToShortName_EveryMethod_IsTheNameTheApiSpells()
    {
        Enum.GetValues<ShareDifferenceMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("newcombe", "miettinenNurminen", "agrestiCaffo");
        Enum.GetValues<NetScoreDifferenceMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("tangoSquareAndAdd", "adjustedWald", "wald");
        Enum.GetValues<WeightingVariance>()
            .Select(variance => variance.ToTangoName())
            .Should()
            .Equal("tangoKish", "tangoLinearized");
        Enum.GetValues<WeightingVariance>()
            .Select(variance => variance.ToWilsonName())
            .Should()
            .Equal("wilsonKish", "wilsonLinearized");
    }
}
