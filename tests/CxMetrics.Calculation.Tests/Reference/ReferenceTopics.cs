namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>The one table of what the runner handles and what the library does not cover yet. Anything else is a failure.</summary>
public static class ReferenceTopics
{
    /// <summary>What the runner handles, by topic and method. Each file of cases lists its own.</summary>
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new[]
        {
            ProportionCases.Handlers,
            NetPromoterCases.Handlers,
            RatingCases.Handlers,
            MeanCases.Handlers,
            TrendCases.Handlers,
        }
            .SelectMany(handlers => handlers)
            .ToDictionary(handler => handler.Key, handler => handler.Value, StringComparer.Ordinal);

    /// <summary>Topics without any handler; their cases are reported, not run.</summary>
    public static IReadOnlySet<string> TopicsNotCovered { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "two_sample",
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
