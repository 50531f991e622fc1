using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class NetEaseDefinition : ScoreDefinition
{
    public override string Key => "ces-net-ease";

    public override string Name => "Customer effort: net ease";

    public override string Meaning => "Share of easy answers (6-7 of 7) minus share of difficult ones (1-3 of 7).";

    public override ScoreUnit Unit => ScoreUnit.Points;

    public override RatingMetric Answers => RatingMetric.Ces;

    public override IReadOnlyList<string> Methods => IntervalMethods.NetScore.Names;

    public override Score Compute(RatingDistribution distribution, double confidence, string method)
    {
        var bands = NetEaseBands.FromDistribution(distribution);
        return new Score(
            CustomerEffortScore.NetEase(distribution, confidence, IntervalMethods.NetScore.Parse(method)).ToPoints(),
            Breakdowns.Of(bands)
        );
    }
}
