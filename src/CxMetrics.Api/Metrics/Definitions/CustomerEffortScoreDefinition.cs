using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class CustomerEffortScoreDefinition : MeanDefinition
{
    public override string Key => "ces";

    public override string Name => "Customer Effort Score";

    public override string Meaning =>
        "Mean of the ease or effort answers, on their own scale; the scale says whether high means easy.";

    public override RatingMetric Answers => RatingMetric.Ces;
}
