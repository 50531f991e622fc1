using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class MeanRatingDefinition : MeanDefinition
{
    public override string Key => "rating-mean";

    public override string Name => "Mean rating";

    public override string Meaning => "Mean of other ratings, on their own scale.";

    public override RatingMetric Answers => RatingMetric.Rating;
}
