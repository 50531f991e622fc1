namespace CxMetrics.Domain.Statistics;

/// <summary>Why a stored answer is left out of the scores, in the order in which the reasons are looked for: the first that holds counts.</summary>
public enum AnswerExclusion
{
    /// <summary>Its response was erased.</summary>
    Erased,

    /// <summary>Its response is a trial of the survey.</summary>
    Test,

    /// <summary>Its response looks like one that was stored before under another id.</summary>
    SuspectedDuplicate,

    /// <summary>The same respondent gave a later one in the same row; only where rows count respondents.</summary>
    EarlierAnswer,
}
