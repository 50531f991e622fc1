namespace CxMetrics.Calculation.Planning;

/// <summary>A number of answers that a plan needs. Immutable.</summary>
public readonly record struct RequiredAnswers
{
    private RequiredAnswers(double exact, long answers)
    {
        Exact = exact;
        Answers = answers;
    }

    /// <summary>What the formula gives, not rounded.</summary>
    public double Exact { get; }

    /// <summary>The same rounded up to whole answers.</summary>
    public long Answers { get; }

    /// <summary>The number of answers from the formula; null where there is no such whole number.</summary>
    internal static RequiredAnswers? TryRoundUp(double exact) =>
        exact < long.MaxValue ? new RequiredAnswers(exact, (long)Math.Ceiling(exact)) : null;
}
