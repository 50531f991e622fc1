namespace CxMetrics.Ingestion.Validation;

/// <summary>Names of the members of an answer, per shape in which they come.</summary>
internal static class AnswerMembers
{
    /// <summary>Members of an answer in JSON.</summary>
    public static MemberNames<AnswerMember> Names { get; } =
        new(
            ("question", AnswerMember.Question),
            ("metric", AnswerMember.Metric),
            ("score", AnswerMember.Score),
            ("scale", AnswerMember.Scale)
        );

    /// <summary>Members of the scale of an answer in JSON.</summary>
    public static MemberNames<AnswerMember> ScaleNames { get; } =
        new(
            ("min", AnswerMember.ScaleMinimum),
            ("max", AnswerMember.ScaleMaximum),
            ("direction", AnswerMember.Direction)
        );

    /// <summary>Columns of a CSV file with one answer per row.</summary>
    public static MemberNames<AnswerMember> ColumnNames { get; } =
        new(
            ("question", AnswerMember.Question),
            ("metric", AnswerMember.Metric),
            ("score", AnswerMember.Score),
            ("score.scale", AnswerMember.Scale),
            ("scaleMin", AnswerMember.ScaleMinimum),
            ("scaleMax", AnswerMember.ScaleMaximum),
            ("direction", AnswerMember.Direction)
        );
}
