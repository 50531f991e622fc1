using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Responses;

/// <summary>One respondent's submission to a survey, valid in itself.</summary>
/// <remarks><see cref="Source"/> and <see cref="Id"/> identify it for ever; sent again with other content it is a new revision.</remarks>
public sealed record SurveyResponse : IFact
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string Survey { get; init; }

    /// <summary>When the respondent answered: UTC, whole microseconds.</summary>
    public required DateTimeOffset RespondedAt { get; init; }

    /// <summary>Scored answers in the order sent, at most one per question; empty for a comment or an unfinished response.</summary>
    public required IReadOnlyList<Answer> Answers { get; init; }

    public string? CustomerId { get; init; }

    public string? AccountId { get; init; }

    public string? Touchpoint { get; init; }

    public string? Channel { get; init; }

    public string? Segment { get; init; }

    public string? Locale { get; init; }

    /// <summary>What the respondent wrote, character for character.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the respondent reached the end of the survey.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>Whether this is a trial of the survey, stored but never counted.</summary>
    public bool Test { get; init; }

    /// <summary>Free data as a JSON object in canonical form: members by name in ordinal order, no white space. Null when there is none.</summary>
    public string? Attributes { get; init; }

    /// <summary>Whether both say the same, so that one is a repeat of the other rather than a revision.</summary>
    public bool HasSameContentAs(SurveyResponse other)
    {
        ArgumentNullException.ThrowIfNull(other);
        // The record compares lists by reference, so both get the same one before the other members are compared.
        return Equals(other with { Answers = Answers }) && Answers.SequenceEqual(other.Answers);
    }
}
