namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>The one table of what the runner handles and what the library does not cover yet. Anything else is a failure.</summary>
public static class ReferenceTopics
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["proportion_intervals/proportion_interval"] = ProportionCases.Interval,
            ["nps/nps_one_sample"] = NetPromoterCases.OneSample,
            ["nps/nps_from_histogram"] = NetPromoterCases.Histogram,
            ["metrics/rating_histogram"] = RatingCases.Histogram,
            ["metrics/first_contact_resolution"] = ProportionCases.FirstContactResolution,
            ["metrics/clustered_share"] = ProportionCases.Clustered,
            ["means/mean_t_interval"] = MeanCases.StudentT,
            ["means/weighted_mean"] = MeanCases.Weighted,
        };

    /// <summary>Topics without any handler; their cases are reported, not run.</summary>
    public static IReadOnlySet<string> TopicsNotCovered { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "two_sample",
            "trend",
            "survival",
            "retention",
            "clv",
            "drivers",
            "coverage",
        };

    /// <summary>Methods of covered topics that wait for their feature; their cases are reported, not run.</summary>
    public static IReadOnlySet<string> MethodsNotCovered { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "nps/nps_two_sample",
            "nps/nps_weighted",
            "nps/nps_clustered",
            "nps/nps_finite_population_and_sample_size",
            "nps/nps_two_sample_sample_size",
            "means/welch_two_sample",
            "means/quantile_order_statistic",
            "means/lognormal_mean",
            "means/bootstrap_mean",
            "means/proportion_sample_size",
        };

    public static string Key(ReferenceCase @case) => $"{@case.Topic}/{@case.Method}";

    public static bool IsNotCovered(ReferenceCase @case) =>
        TopicsNotCovered.Contains(@case.Topic) || MethodsNotCovered.Contains(Key(@case));
}
