using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class CustomerSatisfactionDefinition : ScoreDefinition
{
    public override string Key => "csat";

    public override string Name => "Customer satisfaction";

    public override string Meaning =>
        "Share of satisfied answers: the top two of five points, or as many as suit the scale.";

    public override ScoreUnit Unit => ScoreUnit.Percent;

    public override RatingMetric Answers => RatingMetric.Csat;

    public override IReadOnlyList<string> Methods => IntervalMethods.Share.Names;

    public override Score Compute(RatingDistribution distribution, double confidence, string method)
    {
        long satisfied = CustomerSatisfaction.CountSatisfied(distribution);
        Estimate estimate = Proportion.FromCounts(
            satisfied,
            distribution.Total,
            confidence,
            IntervalMethods.Share.Parse(method)
        );
        return new Score(estimate.ToPercent(), Breakdowns.Satisfied(satisfied, distribution.Total));
    }
}
