using CxMetrics.Domain.Calendar;

namespace CxMetrics.Storage.Statistics;

/// <summary>The periods of a query as day numbers.</summary>
internal sealed class PeriodDays(IReadOnlyList<DateRange> periods)
{
    private readonly int[] _starts = [.. periods.Select(period => period.From.DayNumber)];
    private readonly int[] _ends = [.. periods.Select(period => period.To.DayNumber)];

    /// <summary>The index of the period that a day falls into. The day must be in one.</summary>
    public int IndexOf(int day)
    {
        int found = Array.BinarySearch(_starts, day);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The index of the period that a day falls into; null when it is in none.</summary>
    public int? Find(int day)
    {
        int index = IndexOf(day);
        return index >= 0 && day < _ends[index] ? index : null;
    }

    /// <summary>The days of all periods as ranges [from, to), with neighbours joined: usually one.</summary>
    public List<int[]> Ranges()
    {
        var ranges = new List<int[]>();
        for (int index = 0; index < _starts.Length; index++)
        {
            if (ranges.Count > 0 && ranges[^1][1] == _starts[index])
            {
                ranges[^1][1] = _ends[index];
            }
            else
            {
                ranges.Add([_starts[index], _ends[index]]);
            }
        }

        return ranges;
    }
}
