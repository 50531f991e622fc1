using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics.Definitions;

internal sealed class AgreementShareDefinition : ShareDefinition
{
    public override string Key => "ces-agree";

    public override string Name => "Customer effort: share agreeing that it was easy";

    public override string Meaning =>
        "Share of answers on the good side of the middle of the scale, 5 to 7 of 7, or from the question's own threshold.";

    public override RatingMetric Answers => RatingMetric.Ces;

    protected override long Count(RatingDistribution distribution, QuestionThresholds thresholds) =>
        CustomerEffortScore.CountAgreeing(distribution, thresholds.AgreeFrom);

    protected override IReadOnlyDictionary<string, long> Breakdown(long counted, long total) =>
        Breakdowns.Agreeing(counted, total);
}
