namespace CxMetrics.Calculation.Support;

/// <summary>What tells one issue from another.</summary>
internal enum IssueKeyKind
{
    /// <summary>An explicit link.</summary>
    Link,

    /// <summary>The customer, with a category or without.</summary>
    Customer,

    /// <summary>The ticket, where nothing else is known.</summary>
    Ticket,
}
