using CxMetrics.Api.Calculations.ControlCharts;
using CxMetrics.Api.Calculations.Differences;
using CxMetrics.Api.Calculations.Drivers;
using CxMetrics.Api.Calculations.LifetimeValue;
using CxMetrics.Api.Calculations.Planning;
using CxMetrics.Api.Calculations.PValues;
using CxMetrics.Api.Calculations.Quantiles;
using CxMetrics.Api.Calculations.Revenue;
using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.Calculations.Survival;
using CxMetrics.Api.Calculations.Trends;

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
        MapCustomers(calculations);
        MapSeries(calculations);
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

    private static void MapCustomers(CalculationRoutes routes)
    {
        routes.Map<SurvivalCalculation, SurvivalResult>(
            "survival",
            SurvivalCalculator.Calculate,
            "CalculateSurvival",
            "Survival over time from censored durations"
        );
        routes.Map<RevenueRetentionCalculation, RevenueRetentionResult>(
            "revenue-retention",
            RevenueRetentionCalculator.Calculate,
            "CalculateRevenueRetention",
            "Net and gross revenue retention"
        );
        routes.Map<ContractualClvCalculation, ContractualClvResult>(
            "clv/contractual",
            ContractualClvCalculator.Calculate,
            "CalculateContractualClv",
            "Lifetime value of customers with a contract"
        );
        routes.Map<BgNbdCalculation, BgNbdResult>(
            "clv/bg-nbd",
            BgNbdCalculator.Calculate,
            "CalculateBgNbdClv",
            "Lifetime value of customers without a contract"
        );
    }

    private static void MapSeries(CalculationRoutes routes)
    {
        routes.Map<TrendCalculation, TrendResult>(
            "trend",
            TrendCalculator.Calculate,
            "CalculateTrend",
            "Whether a series rises or falls"
        );
        routes.Map<ControlChartCalculation, ControlChartResult>(
            "control-chart",
            ControlChartCalculator.Calculate,
            "CalculateControlChart",
            "Whether a series stays within its ordinary variation"
        );
        routes.Map<DriverCalculation, DriverCalculationResult>(
            "drivers",
            DriverCalculator.Calculate,
            "CalculateDrivers",
            "What an outcome goes with"
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
