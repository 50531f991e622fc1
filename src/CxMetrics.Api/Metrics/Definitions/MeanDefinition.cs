using CxMetrics.Api.Results;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Metrics.Definitions;

/// <summary>What the means of ratings have in common: they stay on their scale and follow its direction.</summary>
internal abstract class MeanDefinition : ScoreDefinition
{
    public sealed override ScoreUnit Unit => ScoreUnit.Rating;

    public sealed override bool FollowsScaleDirection => true;

    public sealed override IReadOnlyList<string> Methods => IntervalMethods.Mean.Names;

    public sealed override Score Compute(RatingDistribution distribution, double confidence, string method) =>
        new(
            MeanRating.FromDistribution(distribution, confidence, IntervalMethods.Mean.Parse(method)),
            Breakdowns.OfScores(distribution)
        );
}
