using CxMetrics.Domain.Facts;

namespace CxMetrics.Ingestion.Validation;

/// <summary>The rules of the time of a fact.</summary>
internal static class ResponseTime
{
    /// <summary>The first instant a fact may carry: what is earlier is a wrong clock or a wrong column.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far a sender's clock may be ahead.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromDays(1);

    /// <summary>Reads the time of a fact.</summary>
    /// <param name="text">The time, trimmed.</param>
    /// <param name="zone">The zone of times that carry none; null refuses those.</param>
    /// <param name="now">The time it is.</param>
    /// <param name="instant">The instant: UTC, whole microseconds.</param>
    /// <returns>What is wrong with it, as code and sentence; null when nothing is.</returns>
    public static (string Code, string Message)? Read(
        ReadOnlySpan<byte> text,
        TimeZoneInfo? zone,
        DateTimeOffset now,
        out DateTimeOffset instant
    )
    {
        instant = default;
        ParsedTimestamp parsed = TimestampParser.Parse(text);
        if (parsed.Form == TimestampForm.Local && zone is null)
        {
            return (
                FactErrorCodes.BadTimestamp,
                $"The zone is missing: '{FactText.Show(text)}' has to be a full time that ends with Z or an offset such as +01:00."
            );
        }

        long ticks =
            parsed.Form == TimestampForm.Local ? LocalTime.ToUtcTicks(parsed.LocalTicks, zone!) : parsed.UtcTicks;
        if (parsed.Form == TimestampForm.Invalid || (parsed.IsLeapSecond && ticks % TimeSpan.TicksPerDay != 0))
        {
            return (
                FactErrorCodes.BadTimestamp,
                $"'{FactText.Show(text)}' is not a time as RFC 3339 writes it, for example 2026-03-01T09:30:00+01:00."
            );
        }

        if (ticks < Earliest.UtcTicks || ticks > (now + Lead).UtcTicks)
        {
            return (
                FactErrorCodes.OutOfRange,
                $"'{FactText.Show(text)}' is before the year 2000 or more than a day ahead of now."
            );
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return null;
    }
}
