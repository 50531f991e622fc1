namespace CxMetrics.Ingestion.Validation;

/// <summary>Names and limits of the members of a response.</summary>
internal static class ResponseMembers
{
    public const int Count = (int)ResponseMember.Attributes + 1;

    public static MemberNames<ResponseMember> Names { get; } =
        new(
            ("source", ResponseMember.Source),
            ("id", ResponseMember.Id),
            ("survey", ResponseMember.Survey),
            ("respondedAt", ResponseMember.RespondedAt),
            ("answers", ResponseMember.Answers),
            ("customerId", ResponseMember.CustomerId),
            ("accountId", ResponseMember.AccountId),
            ("touchpoint", ResponseMember.Touchpoint),
            ("channel", ResponseMember.Channel),
            ("segment", ResponseMember.Segment),
            ("locale", ResponseMember.Locale),
            ("comment", ResponseMember.Comment),
            ("complete", ResponseMember.Complete),
            ("test", ResponseMember.Test),
            ("attributes", ResponseMember.Attributes)
        );

    /// <summary>The longest text of a member, in UTF-16 characters.</summary>
    public static int MaximumLength(ResponseMember member) =>
        member switch
        {
            ResponseMember.Locale => 35,
            ResponseMember.Comment => 20_000,
            _ => FactText.MaximumLength,
        };

    /// <summary>Whether the same few values come again and again, so that one string can serve many facts.</summary>
    public static bool Repeats(ResponseMember member) =>
        member
            is ResponseMember.Source
                or ResponseMember.Survey
                or ResponseMember.Touchpoint
                or ResponseMember.Channel
                or ResponseMember.Segment
                or ResponseMember.Locale;
}
