using CxMetrics.Calculation.Health;

namespace CxMetrics.Calculation.Tests;

public sealed class IntervalMethodNamesTests
{
    [Test]
    public void ToShortName_EveryMethod_IsTheNameTheApiSpells()
    {
        Enum.GetValues<NetScoreIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("tangoScore", "adjustedWald", "wald");
        Enum.GetValues<ShareIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("wilson", "clopperPearson", "agrestiCoull", "jeffreys");
        Enum.GetValues<MeanIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("pseudoAnswers", "t");
        Enum.GetValues<AreaIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("newcombeArea", "deLong");
    }
}
