using CxMetrics.Api.Metrics;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

internal static class RatingCalculators
{
    /// <summary>The share satisfied, with the mean beside it.</summary>
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
        return Share(distribution!, satisfied, "satisfied", "notSatisfied", confidence, method) with
        {
            Mean = Mean(distribution!, confidence, default),
        };
    }

    /// <summary>The mean, with the share agreeing and net ease beside it.</summary>
    public static CalculationResult? Effort(RatingCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request);
        MeanIntervalMethod method = input.Method(request, IntervalMethods.Mean);
        RatingDistribution? distribution = ReadDistribution(request, input, RatingScale.SevenPoint);
        if (!input.IsValid)
        {
            return null;
        }

        long agreeing = request.SatisfiedFrom is null
            ? CustomerEffortScore.CountAgreeing(distribution!)
            : CustomerSatisfaction.CountSatisfied(distribution!, request.SatisfiedFrom);
        return Mean(distribution!, confidence, method) with
        {
            ShareAgreeing = Share(distribution!, agreeing, "agreeing", "notAgreeing", confidence, default),
            NetEase = NetEase(distribution!, confidence),
        };
    }

    private static CalculationResult Share(
        RatingDistribution distribution,
        long counted,
        string name,
        string others,
        double confidence,
        ShareIntervalMethod method
    ) =>
        CalculationResult.From(
            Proportion.FromCounts(counted, distribution.Total, confidence, method).ToPercent(),
            "percent",
            new OrderedDictionary<string, long>(StringComparer.Ordinal)
            {
                [name] = counted,
                [others] = distribution.Total - counted,
            }
        );

    private static CalculationResult Mean(
        RatingDistribution distribution,
        double confidence,
        MeanIntervalMethod method
    ) =>
        CalculationResult.From(
            MeanRating.FromDistribution(distribution, confidence, method),
            "rating",
            distribution.CountsByScore()
        );

    private static CalculationResult NetEase(RatingDistribution distribution, double confidence)
    {
        var bands = NetEaseBands.FromDistribution(distribution);
        return CalculationResult.From(
            CustomerEffortScore.NetEase(distribution, confidence).ToPoints(),
            "points",
            new OrderedDictionary<string, long>(StringComparer.Ordinal)
            {
                ["easy"] = bands.Easy,
                ["neutral"] = bands.Neutral,
                ["difficult"] = bands.Difficult,
            }
        );
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
