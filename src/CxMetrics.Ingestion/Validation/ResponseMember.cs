namespace CxMetrics.Ingestion.Validation;

/// <summary>The members of a response; their numbers are used as bits.</summary>
internal enum ResponseMember
{
    Source,
    Id,
    Survey,
    RespondedAt,
    Answers,
    CustomerId,
    AccountId,
    Touchpoint,
    Channel,
    Segment,
    Locale,
    Comment,
    Complete,
    Test,
    Attributes,
}
