using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Trends;

namespace CxMetrics.Api.Calculations.Trends;

internal static class TrendCalculator
{
    public const int MostValues = 100_000;

    public static KnownNames<MannKendallMethod> Tests { get; } = new(EnumNames.CamelCase);

    public static TrendResult? Calculate(TrendCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        MannKendallMethod test = input.Choice("test", request.Test, Tests);
        SenIntervalMethod method = input.Method(request.Method, IntervalMethods.SenSlope);
        double[] values = input.Numbers("values", request.Values, NumberRange.Any);
        input.AtMost("values", values.Length, MostValues, "values");
        double[] times =
            input.NumberPerRow("times", request.Times, "values", values.Length, NumberRange.Any)
            ?? Periods(values.Length);
        double[]? weights = input.NumberPerRow(
            "weights",
            request.Weights,
            "values",
            values.Length,
            NumberRange.NotNegative
        );
        double[]? errors = input.NumberPerRow(
            "standardErrors",
            request.StandardErrors,
            "values",
            values.Length,
            NumberRange.Positive
        );
        input.Refuse(
            "standardErrors",
            weights is not null && errors is not null,
            "Give weights or standardErrors, not both."
        );
        return input.Compute(
            "values",
            () =>
            {
                FitOutcome<LinearTrend> line = Line(times, values, weights, errors, confidence);
                return new TrendResult
                {
                    MannKendall = MannKendallTestResult.From(MannKendall.FromPoints(times, values, test)),
                    SenSlope = new SenSlopeResult(SenSlope.FromPoints(times, values, confidence, method)),
                    Line = line.IsFitted ? TrendLineResult.From(line.Model) : null,
                    NotFitted = NotFittedResult.From(line),
                };
            },
            // Only the exact test refuses values that are all right one by one.
            ("values", "test")
        );
    }

    private static FitOutcome<LinearTrend> Line(
        double[] times,
        double[] values,
        double[]? weights,
        double[]? errors,
        double confidence
    ) =>
        (weights, errors) switch
        {
            ({ } known, _) => LinearTrend.FromPoints(times, values, known, confidence),
            (_, { } known) => LinearTrend.FromStandardErrors(times, values, known, confidence),
            _ => LinearTrend.FromPoints(times, values, confidence),
        };

    private static double[] Periods(int count)
    {
        double[] periods = new double[count];
        for (int index = 0; index < count; index++)
        {
            periods[index] = index + 1;
        }

        return periods;
    }
}
