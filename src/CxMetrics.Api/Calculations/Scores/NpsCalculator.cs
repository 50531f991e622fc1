using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Api.Calculations.Scores;

internal static class NpsCalculator
{
    public static CalculationResult? Calculate(NpsCalculation request, CalculationInput input) =>
        request.Weights is null ? Unweighted(request, input) : Weighted(request, input);

    /// <summary>The score of one sample.</summary>
    public static CalculationResult Row(
        NetPromoterBands bands,
        double confidence,
        NetScoreIntervalMethod method = NetScoreIntervalMethod.TangoScore
    ) =>
        CalculationResult.From(
            NetPromoterScore.FromBands(bands, confidence, method),
            Units.Points,
            Breakdowns.Of(bands)
        );

    private static CalculationResult? Unweighted(NpsCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        NetScoreIntervalMethod method = input.Method(request.Method, IntervalMethods.NetScore);
        NetPromoterBands? bands = request.ReadBands(input);
        return input.IsValid ? Row(bands!.Value, confidence, method) : null;
    }

    private static CalculationResult? Weighted(NpsCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        WeightingVariance variance = input.Method(request.Method, IntervalMethods.WeightedNetScore);
        NetPromoterBands? bands = request.ReadBands(input);
        if (request.Scores is null)
        {
            input.Refuse("weights", isGiven: true, "Weights go with scores, one for each.");
            return null;
        }

        double[]? weights = input.Weights(request.Weights, "scores", request.Scores.Length);
        return input.IsValid
            ? CalculationResult.From(
                NetPromoterScore.FromWeightedScores(request.Scores, weights, confidence, variance),
                Units.Points,
                Breakdowns.Of(bands!.Value)
            )
            : null;
    }
}
