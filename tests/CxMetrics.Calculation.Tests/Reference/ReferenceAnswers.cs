namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>What the library says to one case: by key a number, limits, another set of answers, or null for "undefined".</summary>
public sealed class ReferenceAnswers : Dictionary<string, object?>
{
    public ReferenceAnswers()
        : base(StringComparer.Ordinal) { }

    public ReferenceAnswers(ReferenceAnswers answers)
        : base(answers, StringComparer.Ordinal) { }
}
