using CxMetrics.Api.Calculations.Differences;
using CxMetrics.Api.Calculations.Planning;
using CxMetrics.Api.Calculations.PValues;
using CxMetrics.Api.Calculations.Quantiles;
using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.Calculations.Survival;

namespace CxMetrics.Api.Calculations;

/// <summary>The library for anybody who has the numbers already. Nothing is stored.</summary>
/// <remarks>What a calculation answers, takes and refuses is said by the descriptions of its request record.</remarks>
internal static class CalculationEndpoints
{
    public static IEndpointRouteBuilder MapCalculations(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/calculations").WithTags("Calculations");
        var calculations = new CalculationRoutes(group);
        MapScores(calculations);
        MapDifferences(calculations);
        MapTimes(calculations);
        MapPlanning(calculations);
        return routes;
    }

    private static void MapScores(CalculationRoutes routes)
    {
        routes.Map<NpsCalculation, CalculationResult>(
            "nps",
            NpsCalculator.Calculate,
            "CalculateNps",
            "Net Promoter Score of given answers"
        );
        routes.Map<SatisfactionCalculation, SatisfactionResult>(
            "csat",
            RatingCalculators.Satisfaction,
            "CalculateCsat",
            "Share of satisfied answers, and their mean"
        );
        routes.Map<EffortCalculation, EffortResult>(
            "ces",
            RatingCalculators.Effort,
            "CalculateCes",
            "Effort of given answers: mean, share agreeing, net ease"
        );
        routes.Map<ProportionCalculation, CalculationResult>(
            "proportion",
            ProportionCalculator.Calculate,
            "CalculateProportion",
            "A share with its interval"
        );
        routes.Map<MeanCalculation, CalculationResult>(
            "mean",
            MeanCalculator.Calculate,
            "CalculateMean",
            "A mean with its interval"
        );
        routes.Map<QuantileCalculation, OpenResult>(
            "quantile",
            QuantileCalculator.Calculate,
            "CalculateQuantile",
            "A quantile with its limits"
        );
    }

    private static void MapDifferences(CalculationRoutes routes)
    {
        routes.Map<NpsDifferenceCalculation, DifferenceResult>(
            "difference/nps",
            NpsDifferenceCalculator.Calculate,
            "CalculateNpsDifference",
            "The difference of two Net Promoter Scores, with a verdict"
        );
        routes.Map<ProportionDifferenceCalculation, DifferenceResult>(
            "difference/proportion",
            ProportionDifferenceCalculator.Calculate,
            "CalculateProportionDifference",
            "The difference of two shares, with a verdict"
        );
        routes.Map<MeanDifferenceCalculation, DifferenceResult>(
            "difference/mean",
            MeanDifferenceCalculator.Calculate,
            "CalculateMeanDifference",
            "The difference of two means, with a verdict"
        );
        routes.Map<SurvivalDifferenceCalculation, SurvivalDifferenceResult>(
            "difference/survival",
            SurvivalDifferenceCalculator.Calculate,
            "CalculateSurvivalDifference",
            "Whether groups survive equally long"
        );
    }

    private static void MapTimes(CalculationRoutes routes)
    {
        routes.Map<SurvivalCalculation, SurvivalResult>(
            "survival",
            SurvivalCalculator.Calculate,
            "CalculateSurvival",
            "Survival over time from censored durations"
        );
    }

    private static void MapPlanning(CalculationRoutes routes)
    {
        routes.Map<SampleSizeCalculation, SampleSizeResult>(
            "sample-size",
            SampleSizeCalculator.Calculate,
            "CalculateSampleSize",
            "How many answers a plan needs"
        );
        routes.Map<PValueCalculation, PValueResult>(
            "adjust-p-values",
            PValueCalculator.Adjust,
            "AdjustPValues",
            "P-values adjusted for how many they are"
        );
    }
}
