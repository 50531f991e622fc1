using CxMetrics.Api.Results;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Metrics.Definitions;

/// <summary>What shares of answers have in common: percent, with the interval of a proportion.</summary>
internal abstract class ShareDefinition : ScoreDefinition
{
    public sealed override ScoreUnit Unit => ScoreUnit.Percent;

    public sealed override IReadOnlyList<string> Methods => IntervalMethods.Share.Names;

    public sealed override Score Compute(RatingDistribution distribution, double confidence, string method)
    {
        long counted = Count(distribution);
        return new Score(
            Proportion
                .FromCounts(counted, distribution.Total, confidence, IntervalMethods.Share.Parse(method))
                .ToPercent(),
            Breakdown(counted, distribution.Total)
        );
    }

    /// <summary>The answers that make up the share.</summary>
    protected abstract long Count(RatingDistribution distribution);

    protected abstract IReadOnlyDictionary<string, long> Breakdown(long counted, long total);
}
