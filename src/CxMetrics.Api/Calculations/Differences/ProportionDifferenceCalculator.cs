using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Api.Calculations.Differences;

internal static class ProportionDifferenceCalculator
{
    public static DifferenceResult? Calculate(ProportionDifferenceCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        ShareDifferenceMethod method = input.Method(request.Method, IntervalMethods.ShareDifference);
        double smallestEffect = request.ReadSmallestEffect(input, SmallestEffect.Share * Units.PerOne);
        ShareCounts? first = input.Member("a", request.A)?.ReadCounts(input.Within("a"));
        ShareCounts? second = input.Member("b", request.B)?.ReadCounts(input.Within("b"));
        return input.IsValid
            ? DifferenceResult.From(
                Comparison
                    .OfShares(first!.Value, second!.Value, smallestEffect / Units.PerOne, confidence, method)
                    .ToPercent(),
                Units.Percent,
                ProportionCalculator.Row(first.Value, confidence),
                ProportionCalculator.Row(second.Value, confidence)
            )
            : null;
    }
}
