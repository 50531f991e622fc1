using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Clustering;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics.Definitions;

/// <summary>What the means of ratings have in common: they stay on their scale and follow its direction.</summary>
internal abstract class MeanDefinition : ScoreDefinition
{
    public sealed override ScoreUnit Unit => ScoreUnit.Rating;

    public sealed override bool FollowsScaleDirection => true;

    public sealed override IReadOnlyList<string> Methods => IntervalMethods.Mean.Names;

    public sealed override IReadOnlyList<string> AccountMethods => [IntervalMethodNames.StudentT];

    public sealed override Score Compute(RowCounts counts, double confidence, string method)
    {
        Estimate estimate =
            counts.Unit == UnitOfAnalysis.Account
                ? OfAccounts(counts, confidence)
                : MeanRating.FromDistribution(counts.Pooled, confidence, IntervalMethods.Mean.Parse(method));
        return new Score(estimate, Breakdowns.OfScores(counts.Pooled));
    }

    private static Estimate OfAccounts(RowCounts counts, double confidence)
    {
        (double[] scores, int[] clusters) = counts.ScoresByAccount();
        Estimate mean = ClusteredMean.FromValues(scores, clusters, confidence);
        RatingScale scale = counts.Pooled.Scale;
        // The estimator knows numbers, not scales; no mean of ratings lies beyond the ends of theirs.
        return mean.Interval is not { } interval
            ? mean
            : mean with
            {
                Interval = interval with
                {
                    Lower = Math.Max(interval.Lower, scale.Minimum),
                    Upper = Math.Min(interval.Upper, scale.Maximum),
                },
            };
    }
}
