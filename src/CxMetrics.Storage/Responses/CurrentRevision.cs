using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Dimensions;

namespace CxMetrics.Storage.Responses;

/// <summary>A stored response with the key of its row and the keys it is counted under.</summary>
internal sealed record CurrentRevision(
    long ResponseKey,
    SurveyResponse Response,
    DateTimeOffset RecordedAt,
    ResponseKeys Keys
)
{
    public static CurrentRevision From(SqlServerResponseRow row, IEnumerable<SqlServerFurtherAnswerRow> further)
    {
        SqlServerFurtherAnswerRow[] answers = [.. further];
        return new CurrentRevision(
            row.ResponseKey,
            row.ToResponse(answers),
            Microseconds.ToInstant(row.RecordedAt),
            row.ToKeys(answers)
        );
    }
}
