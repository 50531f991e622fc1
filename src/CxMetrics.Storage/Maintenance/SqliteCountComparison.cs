using System.Globalization;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Compares the table of daily counts with a recount, both walked in the order of the table.</summary>
internal sealed class SqliteCountComparison(DailyCountChanges recount, Findings findings)
{
    private const string RowsSql = """
        SELECT
            QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey,
            Score0, Score1, Score2, Score3, Score4, Score5, Score6, Score7, Score8, Score9, Score10, TestAnswers,
            ErasedAnswers, SuspectedDuplicateAnswers
        FROM DailyCounts
        ORDER BY QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey
        """;

    private const int FirstCounter = 6;

    private readonly DailyCountKey[] _expected = recount.Fold();
    private int _next;

    /// <summary>Adds what differs to the findings; returns how many rows the table has.</summary>
    public long Run(SqliteConnection connection)
    {
        long rowCount = 0;
        using var rows = new SqliteStatement(connection, RowsSql);
        while (rows.Step())
        {
            rowCount++;
            DailyCountKey key = ReadKey(rows);
            SkipMissing(key);
            if (_next < _expected.Length && _expected[_next] == key)
            {
                Compare(rows, key);
                _next++;
            }
            else
            {
                findings.Add("countTooMany", $"{Name(key)} counts answers, but there are none.");
            }
        }

        SkipMissing(until: null);
        return rowCount;
    }

    private void SkipMissing(DailyCountKey? until)
    {
        while (_next < _expected.Length && (until is not { } end || DailyCountKey.Compare(_expected[_next], end) < 0))
        {
            findings.Add("countMissing", $"{Name(_expected[_next])} is missing.");
            _next++;
        }
    }

    private void Compare(SqliteStatement rows, DailyCountKey key)
    {
        Span<long> stored = stackalloc long[Counters.Stored];
        for (int index = 0; index < stored.Length; index++)
        {
            stored[index] = rows.Int64(FirstCounter + index);
        }

        ReadOnlySpan<long> expected = recount.Of(key);
        if (!stored.SequenceEqual(expected))
        {
            string message =
                $"{Name(key)} is {string.Join(' ', stored.ToArray())}; the facts give {string.Join(' ', expected.ToArray())}.";
            findings.Add("countWrong", message);
        }
    }

    private static DailyCountKey ReadKey(SqliteStatement rows) =>
        new(rows.Int64(0), (CountLevel)rows.Int64(1), (int)rows.Int64(2), rows.Int64(3), rows.Int64(4), rows.Int64(5));

    private static string Name(DailyCountKey key) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The row of question {key.Question}, level {(int)key.Level}, day {key.Day}, touchpoint {key.Touchpoint}, channel {key.Channel}, segment {key.Segment}"
        );
}
