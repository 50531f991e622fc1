using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Hypotheses;

namespace CxMetrics.Api.Calculations.PValues;

internal static class PValueCalculator
{
    public static KnownNames<PValueAdjustmentMethod> Methods { get; } = new(EnumNames.CamelCase);

    public static PValueResult? Adjust(PValueCalculation request, CalculationInput input)
    {
        PValueAdjustmentMethod method = input.Method(request.Method, Methods);
        double[] values = input.Numbers("pValues", request.PValues, NumberRange.Fraction);
        return input.IsValid
            ? new PValueResult
            {
                Adjusted = PValueAdjustment.Adjust(values, method),
                Method = EnumNames.CamelCase(method),
                N = values.Length,
            }
            : null;
    }
}
