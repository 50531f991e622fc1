using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class MeanSatisfactionDefinition : MeanDefinition
{
    public override string Key => "csat-mean";

    public override string Name => "Mean satisfaction";

    public override string Meaning => "Mean of the satisfaction answers, on their own scale.";

    public override RatingMetric Answers => RatingMetric.Csat;
}
