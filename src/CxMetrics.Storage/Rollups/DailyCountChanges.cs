using System.Runtime.InteropServices;
using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Rollups;

/// <summary>Changes to daily counts, added up in memory so that each row touched is written once.</summary>
internal sealed class DailyCountChanges
{
    private static readonly CountLevel[] FoldedLevels =
    [
        CountLevel.Total,
        CountLevel.ByTouchpoint,
        CountLevel.ByChannel,
        CountLevel.BySegment,
    ];

    private readonly Dictionary<DailyCountKey, int> _rows = [];
    private long[] _counters = new long[64 * Counters.Stored];

    public int Rows => _rows.Count;

    /// <summary>Adds to one counter of a row on <see cref="CountLevel.ByAll"/>.</summary>
    /// <param name="key">The row.</param>
    /// <param name="step">Score minus scale minimum.</param>
    /// <param name="exclusion">Why the answer is left out of the scores, and counted as left out; null when it is in.</param>
    /// <param name="change">1 for an answer that came, -1 for one that went.</param>
    public void Add(DailyCountKey key, long step, AnswerExclusion? exclusion, int change)
    {
        if (step is < 0 or >= RatingScale.MaximumPoints)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "The score is off every scale.");
        }

        CountersOf(key)[exclusion is { } reason ? Counters.Of(reason) : (int)step] += change;
    }

    /// <summary>Every row that changed, on all levels, in the order of the table. Call once, at the end.</summary>
    public DailyCountKey[] Fold()
    {
        DailyCountKey[] detailed = [.. _rows.Keys];
        foreach (DailyCountKey key in detailed)
        {
            foreach (CountLevel level in FoldedLevels)
            {
                Span<long> sum = CountersOf(key.On(level));
                ReadOnlySpan<long> part = Of(key);
                for (int index = 0; index < Counters.Stored; index++)
                {
                    sum[index] += part[index];
                }
            }
        }

        DailyCountKey[] changed = [.. _rows.Keys.Where(key => Of(key).ContainsAnyExcept(0))];
        Array.Sort(changed, DailyCountKey.Compare);
        return changed;
    }

    /// <summary>The counters of a row; empty when it is not among the changes.</summary>
    public ReadOnlySpan<long> Of(DailyCountKey key) =>
        _rows.TryGetValue(key, out int row) ? _counters.AsSpan(row * Counters.Stored, Counters.Stored) : [];

    public void Clear()
    {
        Array.Clear(_counters, 0, _rows.Count * Counters.Stored);
        _rows.Clear();
    }

    private Span<long> CountersOf(DailyCountKey key)
    {
        ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out bool exists);
        if (!exists)
        {
            row = _rows.Count - 1;
            if (_rows.Count * Counters.Stored > _counters.Length)
            {
                Array.Resize(ref _counters, _counters.Length * 2);
            }
        }

        return _counters.AsSpan(row * Counters.Stored, Counters.Stored);
    }
}
