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
        Estimate share = Proportion.FromCounts(satisfied, distribution!.Total, confidence, method);
        return CalculationResult.From(
            share.ToPercent(),
            "percent",
            Breakdowns.Satisfied(satisfied, distribution.Total)
        ) with
        {
            Mean = Mean(distribution, confidence, default),
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

        return Mean(distribution!, confidence, method) with
        {
            ShareAgreeing = ShareAgreeing(distribution!, request.SatisfiedFrom, confidence),
            NetEase = NetEase(distribution!, confidence),
        };
    }

    private static CalculationResult Mean(
        RatingDistribution distribution,
        double confidence,
        MeanIntervalMethod method
    ) =>
        CalculationResult.From(
            MeanRating.FromDistribution(distribution, confidence, method),
            "rating",
            Breakdowns.OfScores(distribution)
        );

    private static CalculationResult ShareAgreeing(
        RatingDistribution distribution,
        int? agreeingFrom,
        double confidence
    )
    {
        long agreeing = agreeingFrom is null
            ? CustomerEffortScore.CountAgreeing(distribution)
            : CustomerSatisfaction.CountSatisfied(distribution, agreeingFrom);
        return CalculationResult.From(
            Proportion.FromCounts(agreeing, distribution.Total, confidence).ToPercent(),
            "percent",
            Breakdowns.Agreeing(agreeing, distribution.Total)
        );
    }

    private static CalculationResult NetEase(RatingDistribution distribution, double confidence) =>
        CalculationResult.From(
            CustomerEffortScore.NetEase(distribution, confidence).ToPoints(),
            "points",
            Breakdowns.Of(NetEaseBands.FromDistribution(distribution))
        );

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
