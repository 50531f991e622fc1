using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Dimensions;

namespace CxMetrics.Storage.Responses;

/// <summary>One response of a group on its way into the database.</summary>
internal sealed class WriteFact(SurveyResponse response)
{
    public SurveyResponse Response { get; } = response;

    /// <summary>Why it is not stored; null when it is.</summary>
    public FactError? Refusal { get; set; }

    /// <summary>The keys of what it names; unset while it is refused.</summary>
    public ResponseKeys Keys { get; set; }

    /// <summary>The key of its row if it needs one: the same in every attempt, so that an earlier one can be recognised.</summary>
    public long ResponseKey { get; set; }

    /// <summary>What the last attempt made of it.</summary>
    public AppendOutcome Outcome { get; set; }
}
