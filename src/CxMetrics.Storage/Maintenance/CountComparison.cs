using System.Globalization;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Compares the table of daily counts with a recount, both walked in the order of the table.</summary>
internal sealed class CountComparison(DailyCountChanges recount, Findings findings)
{
    private readonly DailyCountKey[] _expected = recount.Fold();
    private int _next;

    /// <summary>How many rows of the table were compared.</summary>
    public long Rows { get; private set; }

    /// <summary>Compares the next row of the table; adds what differs to the findings.</summary>
    public void Compare(DailyCountKey key, ReadOnlySpan<long> stored)
    {
        Rows++;
        SkipMissing(key);
        if (_next == _expected.Length || _expected[_next] != key)
        {
            findings.Add("countTooMany", $"{Name(key)} counts answers, but there are none.");
            return;
        }

        ReadOnlySpan<long> expected = recount.Of(key);
        if (!stored.SequenceEqual(expected))
        {
            string message =
                $"{Name(key)} is {string.Join(' ', stored.ToArray())}; the facts give {string.Join(' ', expected.ToArray())}.";
            findings.Add("countWrong", message);
        }

        _next++;
    }

    /// <summary>Ends the table: what is left of the recount is missing in it.</summary>
    public void Complete() => SkipMissing(until: null);

    private void SkipMissing(DailyCountKey? until)
    {
        while (_next < _expected.Length && (until is not { } end || DailyCountKey.Compare(_expected[_next], end) < 0))
        {
            findings.Add("countMissing", $"{Name(_expected[_next])} is missing.");
            _next++;
        }
    }

    private static string Name(DailyCountKey key) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The row of question {key.Question}, level {(int)key.Level}, day {key.Day}, touchpoint {key.Touchpoint}, channel {key.Channel}, segment {key.Segment}"
        );
}
