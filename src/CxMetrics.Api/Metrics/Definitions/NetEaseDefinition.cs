using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Clustering;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class NetEaseDefinition : ScoreDefinition
{
    public override string Key => "ces-net-ease";

    public override string Name => "Customer effort: net ease";

    public override string Meaning =>
        "Share of easy answers (6-7 of 7) minus share of difficult ones (1-3 of 7), or the question's own thresholds.";

    public override ScoreUnit Unit => ScoreUnit.Points;

    public override RatingMetric Answers => RatingMetric.Ces;

    public override IReadOnlyList<string> Methods => IntervalMethods.NetScore.Names;

    public override IReadOnlyList<string> AccountMethods => [IntervalMethodNames.TangoScore];

    public override Score Compute(RowCounts counts, double confidence, string method)
    {
        NetEaseBands bands = counts.Sum(BandsOf);
        Estimate estimate =
            counts.Unit == UnitOfAnalysis.Account
                ? ClusteredNetScore.FromClusters(
                    counts.SumByAccount((answers, thresholds) => BandsOf(answers, thresholds).ToNetCounts()),
                    confidence
                )
                : NetScore.FromCounts(bands.ToNetCounts(), confidence, IntervalMethods.NetScore.Parse(method));
        return new Score(estimate.ToPoints(), Breakdowns.Of(bands));
    }

    private static NetEaseBands BandsOf(RatingDistribution answers, QuestionThresholds thresholds) =>
        NetEaseBands.FromDistribution(answers, thresholds.EasyFrom, thresholds.DifficultFrom);
}
