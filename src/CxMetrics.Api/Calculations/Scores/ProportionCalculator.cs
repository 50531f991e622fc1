using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Api.Calculations.Scores;

internal static class ProportionCalculator
{
    public static CalculationResult? Calculate(ProportionCalculation request, CalculationInput input) =>
        request.Weights is null ? Unweighted(request, input) : Weighted(request, input);

    /// <summary>The share of one sample, in percent.</summary>
    public static CalculationResult Row(
        ShareCounts counts,
        double confidence,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    ) =>
        CalculationResult.From(
            Proportion.FromCounts(counts.Successes, counts.Trials, confidence, method).ToPercent(),
            Units.Percent,
            Breakdowns.Successes(counts.Successes, counts.Trials)
        );

    private static CalculationResult? Unweighted(ProportionCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        ShareIntervalMethod method = input.Method(request.Method, IntervalMethods.Share);
        ShareCounts counts = request.ReadCounts(input);
        return input.IsValid ? Row(counts, confidence, method) : null;
    }

    private static CalculationResult? Weighted(ProportionCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        WeightingVariance variance = input.Method(request.Method, IntervalMethods.WeightedShare);
        ShareCounts counts = request.ReadCounts(input);
        if (request.Outcomes is null)
        {
            input.Refuse("weights", isGiven: true, "Weights go with outcomes, one for each.");
            return null;
        }

        double[]? weights = input.Weights(request.Weights, "outcomes", request.Outcomes.Length);
        return input.IsValid
            ? CalculationResult.From(
                WeightedShare.FromOutcomes(request.Outcomes, weights, confidence, variance).ToPercent(),
                Units.Percent,
                Breakdowns.Successes(counts.Successes, counts.Trials)
            )
            : null;
    }
}
