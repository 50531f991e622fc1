using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Reference;

public static class RatingCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["metrics/rating_histogram"] = Histogram,
        };

    public static ReferenceAnswers Histogram(ReferenceInputs inputs)
    {
        long[] counts = inputs.Counts("counts");
        int minimum = (int)inputs.Count("scale_min");
        RatingScale scale = new(minimum, minimum + counts.Length - 1, ScaleDirection.HigherIsBetter);
        RatingDistribution answers = new(scale, counts);
        int boxes = (int)inputs.Count("top_boxes");
        double level = inputs.Level;
        long top = answers.CountBest(boxes);
        long bottom = answers.CountWorst(boxes);
        Estimate mean = MeanRating.FromDistribution(answers, level);
        Estimate share = CustomerSatisfaction.TopBox(answers, scale.Maximum - boxes + 1, level);
        return new ReferenceAnswers
        {
            ["n"] = mean.SampleSize,
            ["mean"] = mean.Value,
            ["sd"] = answers.StandardDeviation,
            ["standard_error"] = mean.StandardError,
            ["median"] = answers.Median,
            ["top_box_count"] = top,
            ["top_box_share"] = share.Value,
            ["top_box_wilson"] = share.Interval,
            ["bottom_box_count"] = bottom,
            ["net_top_minus_bottom"] = NetOf(top, bottom, answers.Total),
            ["mean_rescaled_0_100"] = MeanRating.PercentOfMaximum(answers, level).Value,
            ["mean_t_interval"] = StudentT(answers, level),
            ["mean_adjusted_wald_two_pseudo_answers"] =
                answers.Total > 0 ? PseudoAnswersInterval.FromDistribution(answers, level) : null,
        };
    }

    /// <summary>The plain t interval: of no width where all answers agree, none for one answer.</summary>
    public static IntervalLimits? StudentT(RatingDistribution answers, double level)
    {
        double? error = answers.StandardDeviation / Math.Sqrt(answers.Total);
        return error is { } value
            ? StudentTInterval.FromStandardError(answers.Mean!.Value, value, answers.Total - 1, level)
            : null;
    }

    // Top and bottom boxes may overlap on short scales, so this is not always a net score of three classes.
    private static double? NetOf(long top, long bottom, long total) =>
        top + bottom <= total
            ? NetScore.FromCounts(new NetCounts(bottom, total - top - bottom, top)).Value
            : (double)(top - bottom) / total;
}
