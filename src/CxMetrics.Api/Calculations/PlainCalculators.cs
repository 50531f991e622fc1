using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

internal static class PlainCalculators
{
    private const string StudentT = "t";

    public static CalculationResult? Proportion(ProportionCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request);
        ShareIntervalMethod method = input.Method(request, IntervalMethods.Share);
        long successes = input.Count("successes", request.Successes);
        long trials = input.Count("trials", request.Trials);
        if (input.IsValid && successes > trials)
        {
            input.Add("successes", FactErrorCodes.OutOfRange, $"{successes} successes are more than {trials} trials.");
        }

        return input.IsValid
            ? CalculationResult.From(
                Calculation.Proportion.FromCounts(successes, trials, confidence, method).ToPercent(),
                "percent",
                Breakdowns.Successes(successes, trials)
            )
            : null;
    }

    public static CalculationResult? Mean(MeanCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request);
        if (request.Method is not (null or StudentT))
        {
            input.Add("method", FactErrorCodes.UnknownValue, $"'{request.Method}' is none of {StudentT}.");
        }

        CheckValues(request, input);
        if (!input.IsValid)
        {
            return null;
        }

        double[] values = [.. request.Values!];
        Estimate estimate = request.Weights is null
            ? Calculation.Mean.FromValues(values, confidence)
            : Calculation.Mean.FromValues(values, [.. request.Weights], confidence);
        return CalculationResult.From(estimate, "value");
    }

    /// <summary>Numbers such as 1e400 are JSON, but no doubles.</summary>
    private static void AddNotFinite(string member, IReadOnlyList<double> values, CalculationInput input)
    {
        for (int index = 0; index < values.Count; index++)
        {
            if (!double.IsFinite(values[index]))
            {
                input.Add($"{member}[{index}]", FactErrorCodes.OutOfRange, "The number is too large.");
                return;
            }
        }
    }

    private static void CheckValues(MeanCalculation request, CalculationInput input)
    {
        if (request.Values is null)
        {
            input.Add("values", FactErrorCodes.Required, "values is missing.");
            return;
        }

        if (request.Values.Count > CalculationInput.MaximumValues)
        {
            input.Add("values", FactErrorCodes.TooMany, $"At most {CalculationInput.MaximumValues} values.");
        }

        AddNotFinite("values", request.Values, input);
        if (request.Weights is null)
        {
            return;
        }

        AddNotFinite("weights", request.Weights, input);

        if (request.Weights.Count != request.Values.Count)
        {
            input.Add(
                "weights",
                FactErrorCodes.OutOfRange,
                $"There are {request.Weights.Count} weights for {request.Values.Count} values."
            );
        }

        int negative = request.Weights.ToList().FindIndex(weight => weight < 0);
        if (negative >= 0)
        {
            input.Add($"weights[{negative}]", FactErrorCodes.OutOfRange, "A weight is not negative.");
        }
        else if (request.Weights.Count > 0 && request.Weights.All(weight => weight <= 0))
        {
            input.Add("weights", FactErrorCodes.OutOfRange, "Not all weights are zero.");
        }
    }
}
