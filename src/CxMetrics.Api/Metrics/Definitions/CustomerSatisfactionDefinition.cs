using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class CustomerSatisfactionDefinition : ShareDefinition
{
    public override string Key => "csat";

    public override string Name => "Customer satisfaction";

    public override string Meaning =>
        "Share of satisfied answers: the top two of five points, as many as suit another scale, or from the question's own threshold.";

    public override RatingMetric Answers => RatingMetric.Csat;

    protected override long Count(RatingDistribution distribution, QuestionThresholds thresholds) =>
        CustomerSatisfaction.CountSatisfied(distribution, thresholds.SatisfiedFrom);

    protected override IReadOnlyDictionary<string, long> Breakdown(long counted, long total) =>
        Breakdowns.Satisfied(counted, total);
}
