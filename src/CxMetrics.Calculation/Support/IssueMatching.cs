namespace CxMetrics.Calculation.Support;

/// <summary>When two contacts are about the same issue. An explicit link always decides where there is one.</summary>
public enum IssueMatching
{
    /// <summary>Same customer and same category; without a category the same customer without one. The default.</summary>
    CustomerAndCategory,

    /// <summary>Same customer, whatever it is about: the strictest.</summary>
    Customer,
}
