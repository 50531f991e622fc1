namespace CxMetrics.Domain.Statistics;

/// <summary>What one observation of a score over answers is.</summary>
public enum UnitOfAnalysis
{
    /// <summary>Every answer counts by itself.</summary>
    Answer,

    /// <summary>The latest answer of each respondent in a row counts. Who answered anonymously is a respondent of one answer.</summary>
    Respondent,

    /// <summary>Every answer counts, and those of one account are taken to resemble each other. An answer without account stands alone.</summary>
    Account,
}
