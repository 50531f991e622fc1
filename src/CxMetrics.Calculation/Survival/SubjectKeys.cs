using System.Globalization;
using System.Runtime.InteropServices;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>Time and outcome of a subject in 64 bits whose order is the order of the table: by time, events before censorings.</summary>
/// <remarks>
/// The bits of a double that is not negative are in the order of its value and never use the sign. Moved up by one they leave the lowest
/// bit for the outcome, so nothing of the time is lost and one sort of plain numbers does everything.
/// </remarks>
internal static class SubjectKeys
{
    private const ulong Censored = 1;

    /// <summary>Sorted keys of the subjects.</summary>
    /// <param name="times">When each left, finite and 0 or more.</param>
    /// <param name="events">Whether that was the event.</param>
    /// <param name="keys">Where the keys go.</param>
    public static void FillSorted(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, Span<ulong> keys)
    {
        for (int subject = 0; subject < times.Length; subject++)
        {
            double time = times[subject];
            if (!Durations.IsValid(time))
            {
                throw Durations.Invalid(time, subject, nameof(times));
            }

            // Adding 0 turns −0, whose sign is set, into 0.
            ulong bits = BitConverter.DoubleToUInt64Bits(time + 0.0);
            keys[subject] = unchecked(bits << 1) | (events[subject] ? 0 : Censored);
        }

        RadixSort.Sort(keys);
    }

    /// <summary>The time of a key.</summary>
    public static double TimeOf(ulong key) => BitConverter.UInt64BitsToDouble(key >> 1);

    /// <summary>Whether the subject was censored.</summary>
    public static bool IsCensored(ulong key) => (key & Censored) != 0;

    /// <summary>Whether two keys have the same time.</summary>
    public static bool HaveSameTime(ulong one, ulong other) => (one ^ other) <= Censored;

    /// <summary>The number of distinct times.</summary>
    /// <param name="keys">The keys, ascending.</param>
    public static int CountDistinctTimes(ReadOnlySpan<ulong> keys)
    {
        int count = keys.IsEmpty ? 0 : 1;
        for (int index = 1; index < keys.Length; index++)
        {
            count += HaveSameTime(keys[index], keys[index - 1]) ? 0 : 1;
        }

        return count;
    }

    /// <summary>The times of entry in ascending order.</summary>
    /// <param name="entries">When each entered, finite, 0 or more, and before the time it left.</param>
    /// <param name="times">When each left.</param>
    public static double[] SortedEntries(ReadOnlySpan<double> entries, ReadOnlySpan<double> times)
    {
        double[] sorted = new double[entries.Length];
        for (int subject = 0; subject < entries.Length; subject++)
        {
            double entry = entries[subject];
            if (!Durations.IsValid(entry))
            {
                throw Durations.Invalid(entry, subject, nameof(entries));
            }

            if (entry >= times[subject])
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Subject {subject}, counted from 0, enters at {entry} and leaves at {times[subject]}; everybody enters before leaving."
                    ),
                    nameof(entries)
                );
            }

            sorted[subject] = entry + 0.0;
        }

        RadixSort.Sort(MemoryMarshal.Cast<double, ulong>(sorted.AsSpan()));
        return sorted;
    }
}
