namespace CxMetrics.Ingestion.Validation;

/// <summary>A time as written.</summary>
/// <param name="Form">What was written.</param>
/// <param name="LocalTicks">The wall-clock reading in ticks of <see cref="DateTime"/>, whole microseconds; a leap second reads as the second after it.</param>
/// <param name="Offset">How far the wall clock is ahead of UTC; zero when the form is local.</param>
/// <param name="IsLeapSecond">Whether the second was written as 60, which is right only where UTC reaches midnight.</param>
internal readonly record struct ParsedTimestamp(TimestampForm Form, long LocalTicks, TimeSpan Offset, bool IsLeapSecond)
{
    /// <summary>The instant in ticks of UTC; may lie outside of what <see cref="DateTime"/> holds.</summary>
    public long UtcTicks => LocalTicks - Offset.Ticks;
}
