using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Api.Calculations.Differences;

internal static class NpsDifferenceCalculator
{
    public static DifferenceResult? Calculate(NpsDifferenceCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        NetScoreDifferenceMethod method = input.Method(request.Method, IntervalMethods.NetScoreDifference);
        double smallestEffect = request.ReadSmallestEffect(input, SmallestEffect.NetPromoterPoints);
        NetPromoterBands? first = input.Member("a", request.A)?.ReadBands(input.Within("a"));
        NetPromoterBands? second = input.Member("b", request.B)?.ReadBands(input.Within("b"));
        return input.IsValid
            ? DifferenceResult.From(
                Comparison.OfNetPromoterScores(first!.Value, second!.Value, smallestEffect, confidence, method),
                Units.Points,
                NpsCalculator.Row(first.Value, confidence),
                NpsCalculator.Row(second.Value, confidence)
            )
            : null;
    }
}
