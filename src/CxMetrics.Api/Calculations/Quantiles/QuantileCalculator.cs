using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Quantiles;

namespace CxMetrics.Api.Calculations.Quantiles;

internal static class QuantileCalculator
{
    private static readonly KnownNames<QuantileDefinition> WeightedDefinition = new(
        [QuantileDefinition.R2],
        EnumNames.CamelCase
    );

    public static KnownNames<QuantileDefinition> Definitions { get; } = new(EnumNames.CamelCase);

    public static OpenResult? Calculate(QuantileCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        double probability = input.Number("probability", request.Probability, NumberRange.OpenFraction);
        double[] values = input.Numbers("values", request.Values, NumberRange.Any);
        double[]? weights = input.Weights(request.Weights, "values", values.Length);
        QuantileDefinition definition = input.Choice(
            "definition",
            request.Definition,
            weights is null ? Definitions : WeightedDefinition
        );
        if (!input.IsValid)
        {
            return null;
        }

        return OpenResult.From(
            weights is null
                ? Quantile.FromValues(values, probability, confidence, definition)
                : Quantile.FromWeighted(values, weights, probability, confidence)
        );
    }
}
