using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>A revision of a response with the names its keys stand for, as the queries return it. Integers are long: SQLite has no other.</summary>
internal class ResponseRow
{
    public long ResponseKey { get; set; }
    public string Source { get; set; } = "";
    public string Id { get; set; } = "";
    public string Survey { get; set; } = "";
    public string? Question { get; set; }
    public long? Metric { get; set; }
    public long? ScaleMinimum { get; set; }
    public long? ScaleMaximum { get; set; }
    public long? ScaleDirection { get; set; }
    public long? Score { get; set; }
    public string? Touchpoint { get; set; }
    public string? Channel { get; set; }
    public string? Segment { get; set; }
    public string? CustomerId { get; set; }
    public string? AccountId { get; set; }
    public long RespondedAt { get; set; }
    public long RecordedAt { get; set; }
    public long Complete { get; set; }
    public long Test { get; set; }
    public long HasMoreAnswers { get; set; }
    public long SuspectedDuplicate { get; set; }
    public long Erased { get; set; }
    public string? Comment { get; set; }
    public string? Locale { get; set; }
    public string? Attributes { get; set; }

    /// <summary>Whether the row is an earlier revision; set by who asks for those.</summary>
    public bool IsSuperseded { get; set; }

    /// <summary>The response as the store hands it out, with its answers after the first in the order given.</summary>
    public StoredResponse ToStored(IEnumerable<FurtherAnswerRow> further) =>
        new(ToResponse(further), Microseconds.ToInstant(RecordedAt))
        {
            SuspectedDuplicate = SuspectedDuplicate != 0,
            Erasure =
                Erased == 0 ? Erasure.None
                : IsSuperseded ? Erasure.Anonymised
                : Erasure.Tombstone,
        };

    /// <summary>The response, with its answers after the first in the order given.</summary>
    public SurveyResponse ToResponse(IEnumerable<FurtherAnswerRow> further) =>
        new()
        {
            Source = Source,
            Id = Id,
            Survey = Survey,
            RespondedAt = Microseconds.ToInstant(RespondedAt),
            Answers = [.. FirstAnswer(), .. further.Select(answer => answer.ToAnswer())],
            CustomerId = CustomerId,
            AccountId = AccountId,
            Touchpoint = Touchpoint,
            Channel = Channel,
            Segment = Segment,
            Locale = Locale,
            Comment = Comment,
            Complete = Complete != 0,
            Test = Test != 0,
            Attributes = Attributes,
        };

    private Answer[] FirstAnswer() =>
        Question is null
            ? []
            :
            [
                StoredAnswer.From(
                    Question,
                    Metric!.Value,
                    Score!.Value,
                    ScaleMinimum!.Value,
                    ScaleMaximum!.Value,
                    ScaleDirection!.Value
                ),
            ];
}
