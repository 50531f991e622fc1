namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>The one table of what the runner handles. Anything else is a failure.</summary>
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

    public static string Key(ReferenceCase @case) => $"{@case.Topic}/{@case.Method}";
}
