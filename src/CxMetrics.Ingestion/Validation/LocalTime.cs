namespace CxMetrics.Ingestion.Validation;

/// <summary>Turns wall-clock readings of a zone into instants.</summary>
internal static class LocalTime
{
    private const long OneDay = TimeSpan.TicksPerDay;

    // Two days short of the end of the calendar, so that no offset leads out of it. Such times are refused anyway.
    private static readonly long LastTicks = DateTime.MaxValue.Ticks - (2 * OneDay);

    /// <summary>The instant of a reading, in ticks of UTC.</summary>
    /// <remarks>
    /// A reading inside the gap where clocks jump forward moves forward by the length of the gap, that is, it is read with
    /// the offset before the jump. Of a reading that happens twice the earlier instant is taken.
    /// </remarks>
    public static long ToUtcTicks(long localTicks, TimeZoneInfo zone)
    {
        // The zone's own tests for gaps and doubles know daylight saving time only. Asking for the offsets a day before and
        // a day after finds changes of every kind, such as the day that Samoa left out.
        var reading = new DateTimeOffset(Math.Clamp(localTicks, 2 * OneDay, LastTicks), TimeSpan.Zero);
        TimeSpan before = zone.GetUtcOffset(reading.AddDays(-1));
        TimeSpan after = zone.GetUtcOffset(reading.AddDays(1));
        bool isAfter = zone.GetUtcOffset(reading - before) != before && zone.GetUtcOffset(reading - after) == after;
        return reading.Ticks - (isAfter ? after : before).Ticks;
    }
}
