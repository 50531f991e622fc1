using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class AgreementShareDefinition : ScoreDefinition
{
    public override string Key => "ces-agree";

    public override string Name => "Customer effort: share agreeing that it was easy";

    public override string Meaning => "Share of answers on the good side of the middle of the scale, 5 to 7 of 7.";

    public override ScoreUnit Unit => ScoreUnit.Percent;

    public override RatingMetric Answers => RatingMetric.Ces;

    public override IReadOnlyList<string> Methods => IntervalMethods.Share.Names;

    public override Score Compute(RatingDistribution distribution, double confidence, string method)
    {
        long agreeing = CustomerEffortScore.CountAgreeing(distribution);
        Estimate estimate = Proportion.FromCounts(
            agreeing,
            distribution.Total,
            confidence,
            IntervalMethods.Share.Parse(method)
        );
        return new Score(estimate.ToPercent(), Breakdowns.Agreeing(agreeing, distribution.Total));
    }
}
