using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>Puts rows in the order of the list, and cuts the list into pages.</summary>
internal static class ResponsePages
{
    /// <summary>Current and earlier revisions in the order of the list, up to a limit; the earlier ones are marked.</summary>
    public static List<TRow> Merge<TRow>(List<TRow> current, List<TRow> earlier, int limit)
        where TRow : ResponseRow
    {
        earlier.ForEach(row => row.IsSuperseded = true);
        return [.. current.Concat(earlier).OrderBy(row => row.RespondedAt).ThenBy(row => row.ResponseKey).Take(limit)];
    }

    /// <summary>Cuts rows, read one beyond the page where there are more, to the page.</summary>
    /// <returns>The place of its last row; null when no other page follows.</returns>
    public static ResponsePosition? Cut<TRow>(List<TRow> rows, int limit)
        where TRow : ResponseRow
    {
        if (rows.Count <= limit)
        {
            return null;
        }

        rows.RemoveRange(limit, rows.Count - limit);
        return new ResponsePosition(Microseconds.ToInstant(rows[^1].RespondedAt), rows[^1].ResponseKey);
    }
}
