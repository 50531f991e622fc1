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
            TwoSampleCases.Handlers,
            PlanningCases.Handlers,
            SurvivalCases.Handlers,
            ClvCases.Handlers,
            DriverCases.Handlers,
            RetentionCases.Handlers,
            ContractualCases.Handlers,
        }
            .SelectMany(handlers => handlers)
            .ToDictionary(handler => handler.Key, handler => handler.Value, StringComparer.Ordinal);

    /// <summary>Topics without any handler; their cases are reported, not run.</summary>
    public static IReadOnlySet<string> TopicsNotCovered { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "coverage" };

    /// <summary>Methods of covered topics that wait for their feature; their cases are reported, not run.</summary>
    public static IReadOnlySet<string> MethodsNotCovered { get; } = new HashSet<string>(StringComparer.Ordinal);

    public static string Key(ReferenceCase @case) => $"{@case.Topic}/{@case.Method}";

    public static bool IsNotCovered(ReferenceCase @case) =>
        TopicsNotCovered.Contains(@case.Topic) || MethodsNotCovered.Contains(Key(@case));
}
