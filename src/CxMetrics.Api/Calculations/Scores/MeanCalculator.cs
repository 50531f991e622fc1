using CxMetrics.Api.Results;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Calculations.Scores;

internal static class MeanCalculator
{
    public static CalculationResult? Calculate(MeanCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        input.Method(request.Method, IntervalMethods.AnyMean);
        double[] values = input.Numbers("values", request.Values, NumberRange.Any);
        double[]? weights = input.Weights(request.Weights, "values", values.Length);
        if (!input.IsValid)
        {
            return null;
        }

        return CalculationResult.From(
            weights is null ? Mean.FromValues(values, confidence) : Mean.FromValues(values, weights, confidence),
            Units.Value
        );
    }
}
