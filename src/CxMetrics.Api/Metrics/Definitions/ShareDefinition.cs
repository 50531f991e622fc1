using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Clustering;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

/// <summary>What shares of answers have in common: percent, with the interval of a proportion.</summary>
internal abstract class ShareDefinition : ScoreDefinition
{
    public sealed override ScoreUnit Unit => ScoreUnit.Percent;

    public sealed override IReadOnlyList<string> Methods => IntervalMethods.Share.Names;

    public sealed override IReadOnlyList<string> AccountMethods => [IntervalMethodNames.Wilson];

    public sealed override Score Compute(RowCounts counts, double confidence, string method)
    {
        ShareCounts share = counts.Sum(CountsOf);
        Estimate estimate =
            counts.Unit == UnitOfAnalysis.Account
                ? ClusteredShare.FromClusters(counts.SumByAccount(CountsOf), confidence)
                : Proportion.FromCounts(share.Successes, share.Trials, confidence, IntervalMethods.Share.Parse(method));
        return new Score(estimate.ToPercent(), Breakdown(share.Successes, share.Trials));
    }

    /// <summary>The answers that make up the share.</summary>
    protected abstract long Count(RatingDistribution distribution, QuestionThresholds thresholds);

    protected abstract IReadOnlyDictionary<string, long> Breakdown(long counted, long total);

    private ShareCounts CountsOf(RatingDistribution distribution, QuestionThresholds thresholds) =>
        new(Count(distribution, thresholds), distribution.Total);
}
