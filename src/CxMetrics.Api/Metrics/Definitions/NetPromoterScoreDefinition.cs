using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
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

    public override IReadOnlyList<string> AccountMethods => [IntervalMethodNames.TangoScore];

    public override Score Compute(RowCounts counts, double confidence, string method)
    {
        var bands = NetPromoterBands.FromDistribution(counts.Pooled);
        Estimate estimate =
            counts.Unit == UnitOfAnalysis.Account
                ? NetPromoterScore.FromAccounts(
                    counts.SumByAccount((answers, _) => NetPromoterBands.FromDistribution(answers)),
                    confidence
                )
                : NetPromoterScore.FromBands(bands, confidence, IntervalMethods.NetScore.Parse(method));
        return new Score(estimate, Breakdowns.Of(bands));
    }
}
