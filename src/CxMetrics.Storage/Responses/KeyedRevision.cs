using CxMetrics.Storage.Dimensions;

namespace CxMetrics.Storage.Responses;

/// <summary>The revision that is in force with the keys it is counted under.</summary>
internal sealed record KeyedRevision(CurrentRevision Revision, ResponseKeys Keys)
{
    public static KeyedRevision From(SqlServerResponseRow row, IEnumerable<SqlServerFurtherAnswerRow> further)
    {
        SqlServerFurtherAnswerRow[] answers = [.. further];
        var revision = new CurrentRevision(
            row.ResponseKey,
            row.ToResponse(answers),
            row.RecordedAt,
            row.SuspectedDuplicate != 0,
            row.Erased != 0
        );
        return new KeyedRevision(revision, row.ToKeys(answers));
    }
}
