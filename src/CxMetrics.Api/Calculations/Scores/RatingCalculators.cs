using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Scores;

internal static class RatingCalculators
{
    /// <summary>The share satisfied, with the mean beside it.</summary>
    public static SatisfactionResult? Satisfaction(SatisfactionCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        ShareIntervalMethod method = input.Method(request.Method, IntervalMethods.Share);
        RatingDistribution? distribution = ReadDistribution(request, input, RatingScale.FivePoint);
        if (!input.IsValid)
        {
            return null;
        }

        long satisfied = CustomerSatisfaction.CountSatisfied(distribution!, request.SatisfiedFrom);
        Estimate share = Proportion.FromCounts(satisfied, distribution!.Total, confidence, method);
        return new SatisfactionResult(
            CalculationResult.From(
                share.ToPercent(),
                Units.Percent,
                Breakdowns.Satisfied(satisfied, distribution.Total)
            ),
            Mean(distribution, confidence)
        );
    }

    /// <summary>The mean, with the share agreeing and net ease beside it.</summary>
    public static EffortResult? Effort(EffortCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        MeanIntervalMethod method = input.Method(request.Method, IntervalMethods.Mean);
        RatingDistribution? distribution = ReadDistribution(request, input, RatingScale.SevenPoint);
        if (!input.IsValid)
        {
            return null;
        }

        return new EffortResult(
            Mean(distribution!, confidence, method),
            ShareAgreeing(distribution!, request.SatisfiedFrom, confidence),
            NetEase(distribution!, confidence)
        );
    }

    /// <summary>The mean of one sample, in points of its scale.</summary>
    public static CalculationResult Mean(
        RatingDistribution distribution,
        double confidence,
        MeanIntervalMethod method = MeanIntervalMethod.PseudoAnswers
    ) =>
        CalculationResult.From(
            MeanRating.FromDistribution(distribution, confidence, method),
            Units.Rating,
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
            Units.Percent,
            Breakdowns.Agreeing(agreeing, distribution.Total)
        );
    }

    private static CalculationResult NetEase(RatingDistribution distribution, double confidence) =>
        CalculationResult.From(
            CustomerEffortScore.NetEase(distribution, confidence).ToPoints(),
            Units.Points,
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
