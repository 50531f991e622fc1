using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Api.Calculations.Survival;

internal static class SurvivalCalculator
{
    public const int MostTimes = 1_000;

    private const int MostSteps = 100_000;

    public static SurvivalResult? Calculate(SurvivalCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        SurvivalIntervalMethod method = input.Method(request.Method, IntervalMethods.Survival);
        double[] times = ReadTimes(request.At, input);
        double? horizon = ReadHorizon(request.Horizon, input);
        if (request.ReadCurve(input) is not { } curve || !HasRoom(request, curve, input))
        {
            return null;
        }

        return new SurvivalResult
        {
            N = curve.Subjects,
            Events = curve.Events,
            At = [.. times.Select(time => new SurvivalAtTime(curve.At(time, confidence, method)))],
            Median = OpenResult.From(curve.Median(confidence, method)),
            RestrictedMean = MeanTo(horizon, curve, confidence),
            Curve = request.Curve == true ? Steps(curve, confidence, method) : null,
            Flags = Flags.Of(curve.Subjects, Caveats.None),
        };
    }

    /// <summary>The end of a restricted mean; null when there is none to compute.</summary>
    public static double? ReadHorizon(double? given, CalculationInput input)
    {
        if (given is not null)
        {
            input.Number("horizon", given, NumberRange.Positive);
        }

        return given;
    }

    /// <summary>The restricted mean of a curve; null without a horizon.</summary>
    public static RestrictedMeanResult? MeanTo(double? horizon, SurvivalCurve curve, double confidence) =>
        horizon is { } end ? new RestrictedMeanResult(RestrictedMean.FromCurve(curve, end, confidence), end) : null;

    private static double[] ReadTimes(double[]? given, CalculationInput input)
    {
        if (given is null || !input.AtMost("at", given.Length, MostTimes, "times"))
        {
            return [];
        }

        input.CheckRange("at", given, NumberRange.NotNegative);
        return given;
    }

    private static bool HasRoom(SurvivalCalculation request, SurvivalCurve curve, CalculationInput input)
    {
        if (request.Curve == true)
        {
            input.AtMost(
                "curve",
                curve.Times.Length,
                MostSteps,
                "steps (read the curve at times of your choice instead)"
            );
        }

        return input.IsValid;
    }

    private static SurvivalStep[] Steps(SurvivalCurve curve, double confidence, SurvivalIntervalMethod method)
    {
        SurvivalLimits limits = curve.Limits(confidence, method);
        SurvivalStep[] steps = new SurvivalStep[curve.Times.Length];
        for (int index = 0; index < steps.Length; index++)
        {
            steps[index] = new SurvivalStep(
                curve.Times[index],
                curve.AtRisk[index],
                curve.EventCounts[index],
                curve.CensoredCounts[index],
                curve.Survival[index] * Units.PerOne,
                limits[index]?.Lower * Units.PerOne,
                limits[index]?.Upper * Units.PerOne
            );
        }

        return steps;
    }
}
