using CxMetrics.Api.Metrics;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

internal static class RatingCalculators
{
    public static CalculationResult? Satisfaction(RatingCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request);
        ShareIntervalMethod method = input.Method(request, IntervalMethods.Share);
        RatingDistribution? distribution = ReadDistribution(request, input, RatingScale.FivePoint);
        if (!input.IsValid)
        {
            return null;
        }

        long satisfied = CustomerSatisfaction.CountSatisfied(distribution!, request.SatisfiedFrom);
        return CalculationResult.From(
            Proportion.FromCounts(satisfied, distribution!.Total, confidence, method).ToPercent(),
            "percent",
            new OrderedDictionary<string, long>(StringComparer.Ordinal)
            {
                ["satisfied"] = satisfied,
                ["notSatisfied"] = distribution.Total - satisfied,
            }
        );
    }

    public static CalculationResult? Effort(RatingCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request);
        MeanIntervalMethod method = input.Method(request, IntervalMethods.Mean);
        RatingDistribution? distribution = ReadDistribution(request, input, RatingScale.SevenPoint);
        return input.IsValid
            ? CalculationResult.From(
                MeanRating.FromDistribution(distribution!, confidence, method),
                "rating",
                distribution!.CountsByScore()
            )
            : null;
    }

    private static RatingDistribution? ReadDistribution(
        RatingCalculation request,
        CalculationInput input,
        RatingScale absent
    )
    {
        RatingScale scale = input.Scale(request.Scale, absent);
        if (request.SatisfiedFrom is { } from && !scale.Contains(from))
        {
            input.Add("satisfiedFrom", FactErrorCodes.OutOfRange, $"{from} is not on the scale {scale}.");
        }

        return input.Distribution(request.Scores, request.Counts, scale);
    }
}
