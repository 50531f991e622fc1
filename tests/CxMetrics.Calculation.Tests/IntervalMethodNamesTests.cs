using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Health;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Survival;

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
        Enum.GetValues<MeanDifferenceMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("pseudoAnswersSquareAndAdd", "welch");
        Enum.GetValues<LogNormalMeanMethod>().Select(method => method.ToShortName()).Should().Equal("coxT", "cox");
        Enum.GetValues<BootstrapIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("bca", "bootstrapPercentile", "bootstrapBasic");
        Enum.GetValues<SurvivalIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("logLog", "log", "plain");
        Enum.GetValues<AreaIntervalMethod>()
            .Select(method => method.ToShortName())
            .Should()
            .Equal("newcombeArea", "deLong");
    }
}
