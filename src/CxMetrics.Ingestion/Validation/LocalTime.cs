namespace CxMetrics.Ingestion.Validation;

/// <summary>Turns wall-clock readings of a zone into instants.</summary>
internal static class LocalTime
{
    /// <summary>The instant of a reading, in ticks of UTC.</summary>
    /// <remarks>
    /// A reading inside the gap where clocks jump forward moves forward by the length of the gap, that is, it is read with
    /// the offset before the jump. Of a reading that happens twice the earlier instant is taken.
    /// </remarks>
    public static long ToUtcTicks(long localTicks, TimeZoneInfo zone)
    {
        // A leap second at the very end of the calendar would lie outside of it.
        var local = new DateTime(Math.Clamp(localTicks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        TimeSpan offset;
        if (zone.IsInvalidTime(local))
        {
            offset = zone.GetUtcOffset(new DateTimeOffset(local, TimeSpan.Zero).AddDays(-1));
        }
        else if (zone.IsAmbiguousTime(local))
        {
            offset = zone.GetAmbiguousTimeOffsets(local).Max();
        }
        else
        {
            offset = zone.GetUtcOffset(local);
        }

        return local.Ticks - offset.Ticks;
    }
}
