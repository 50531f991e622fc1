using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Planning;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Differences;

internal static class MeanDifferenceCalculator
{
    public static DifferenceResult? Calculate(MeanDifferenceCalculation request, CalculationInput input)
    {
        MeanAnswers? first = input.Member("a", request.A);
        MeanAnswers? second = input.Member("b", request.B);
        if (first is null || second is null)
        {
            return null;
        }

        if ((first.Values is null) == (second.Values is null))
        {
            return first.Values is null
                ? OfRatings(request, first, second, input)
                : OfValues(request, first, second, input);
        }

        input.Add("b", FactErrorCodes.WrongType, "Give values on both sides, or scores or counts on both.");
        return null;
    }

    private static DifferenceResult? OfValues(
        MeanDifferenceCalculation request,
        MeanAnswers first,
        MeanAnswers second,
        CalculationInput input
    )
    {
        double confidence = input.Confidence(request.Confidence);
        double smallestEffect = request.ReadSmallestEffect(input, absent: 0);
        input.Method(request.Method, IntervalMethods.MeanDifference);
        double[] one = ReadValues(first, input.Within("a"));
        double[] other = ReadValues(second, input.Within("b"));
        return input.IsValid
            ? Compare(
                MeanDifference.FromValues(one, other, confidence),
                smallestEffect,
                CalculationResult.From(Mean.FromValues(one, confidence), Units.Value),
                CalculationResult.From(Mean.FromValues(other, confidence), Units.Value)
            )
            : null;
    }

    private static DifferenceResult? OfRatings(
        MeanDifferenceCalculation request,
        MeanAnswers first,
        MeanAnswers second,
        CalculationInput input
    )
    {
        double confidence = input.Confidence(request.Confidence);
        double smallestEffect = request.ReadSmallestEffect(input, absent: 0);
        MeanDifferenceMethod method = input.Method(request.Method, IntervalMethods.RatingDifference);
        RatingDistribution? one = ReadDistribution(first, input.Within("a"));
        RatingDistribution? other = ReadDistribution(second, input.Within("b"));
        if (!input.IsValid)
        {
            return null;
        }

        if (one!.Scale != other!.Scale)
        {
            input.Add(
                "b.scale",
                FactErrorCodes.ScaleMismatch,
                $"Answers on {one.Scale} and on {other.Scale} are not compared."
            );
            return null;
        }

        return Compare(
            MeanDifference.FromDistributions(one, other, confidence, method),
            smallestEffect,
            RatingCalculators.Mean(one, confidence),
            RatingCalculators.Mean(other, confidence)
        );
    }

    private static DifferenceResult Compare(
        DifferenceEstimate difference,
        double smallestEffect,
        CalculationResult first,
        CalculationResult second
    ) =>
        DifferenceResult.From(
            VarianceOf(first) is { } one && VarianceOf(second) is { } other
                ? Comparison.FromDifference(difference, smallestEffect, one, other)
                : Comparison.FromDifference(difference, smallestEffect),
            first.Unit,
            first,
            second
        );

    /// <summary>How much an answer varies, from the standard error of the mean; null where that says nothing.</summary>
    private static AnswerVariance? VarianceOf(CalculationResult mean) =>
        mean.StandardError * Math.Sqrt(mean.N) is { } deviation && NumberRange.StandardDeviation.Contains(deviation)
            ? AnswerVariance.OfMean(deviation)
            : null;

    private static double[] ReadValues(MeanAnswers answers, CalculationInput side)
    {
        side.Refuse("scores", answers.Scores is not null, "Give values or scores, not both.");
        side.Refuse("counts", answers.Counts is not null, "Give values or counts, not both.");
        side.Refuse("scale", answers.Scale is not null, "Values have no scale.");
        return side.Numbers("values", answers.Values, NumberRange.Any);
    }

    private static RatingDistribution? ReadDistribution(MeanAnswers answers, CalculationInput side) =>
        side.Distribution(answers.Scores, answers.Counts, side.Scale(answers.Scale, RatingScale.FivePoint));
}
