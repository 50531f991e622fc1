using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class NetPromoterScoreDefinition : ScoreDefinition
{
    public override string Key => "nps";

    public override string Name => "Net Promoter Score";

    public override string Meaning =>
        "Share of promoters (9-10) minus share of detractors (0-6) among answers on 0 to 10.";

    public override ScoreUnit Unit => ScoreUnit.Points;

    public override RatingMetric Answers => RatingMetric.Nps;

    public override IReadOnlyList<string> Methods => IntervalMethods.NetScore.Names;

    public override Score Compute(RatingDistribution distribution, double confidence, string method)
    {
        var bands = NetPromoterBands.FromDistribution(distribution);
        return new Score(
            NetPromoterScore.FromBands(bands, confidence, IntervalMethods.NetScore.Parse(method)),
            Breakdowns.Of(bands)
        );
    }
}
