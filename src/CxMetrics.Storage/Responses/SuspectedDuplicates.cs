using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>The rule of suspected duplicates: the same respondent says the same in the same survey within seconds, under another id.</summary>
/// <remarks>
/// "The same" is the answers in their order, the comment and the dimensions. Account, locale, attributes and completeness are left aside:
/// they depend on who delivers. A response without a customer is never suspected, a test neither suspected nor a reason for suspicion.
/// Of two that match, the one recorded later is suspected, whatever the earlier one is.
/// </remarks>
internal static class SuspectedDuplicates
{
    /// <summary>How far the times of two answers may lie apart, in microseconds.</summary>
    public const long Tolerance = 5_000_000;

    /// <summary>Whether the rule concerns a response at all.</summary>
    public static bool Concerns(SurveyResponse response) => response.CustomerId is not null && !response.Test;
}
