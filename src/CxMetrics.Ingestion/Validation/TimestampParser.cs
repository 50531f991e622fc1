namespace CxMetrics.Ingestion.Validation;

/// <summary>Reads RFC 3339 times, and the same without a zone, from UTF-8.</summary>
/// <remarks>
/// <c>T</c> may be lower case or a space and <c>Z</c> lower case, as RFC 3339 section 5.6 allows. Digits beyond the
/// microsecond are cut off. Only times without a zone may leave out the seconds or the time.
/// </remarks>
internal static class TimestampParser
{
    private const int DateLength = 10;

    public static ParsedTimestamp Parse(ReadOnlySpan<byte> text)
    {
        if (!TryReadDate(text, out long ticks))
        {
            return default;
        }

        if (text.Length == DateLength)
        {
            return new ParsedTimestamp(TimestampForm.Local, ticks, TimeSpan.Zero, IsLeapSecond: false);
        }

        return text[DateLength] is (byte)'T' or (byte)'t' or (byte)' '
            ? ReadTime(text[(DateLength + 1)..], ticks)
            : default;
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (
            text.Length < DateLength
            || text[4] != (byte)'-'
            || text[7] != (byte)'-'
            || !TryReadPair(text, out int century)
            || !TryReadPair(text[2..], out int yearOfCentury)
            || !TryReadPair(text[5..], out int month)
            || !TryReadPair(text[8..], out int day)
        )
        {
            return false;
        }

        int year = (century * 100) + yearOfCentury;
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        return true;
    }

    private static ParsedTimestamp ReadTime(ReadOnlySpan<byte> text, long ticks)
    {
        if (
            text.Length < 5
            || text[2] != (byte)':'
            || !TryReadPair(text, out int hour)
            || !TryReadPair(text[3..], out int minute)
            || hour > 23
            || minute > 59
        )
        {
            return default;
        }

        ticks += (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        text = text[5..];
        if (text.IsEmpty)
        {
            return new ParsedTimestamp(TimestampForm.Local, ticks, TimeSpan.Zero, IsLeapSecond: false);
        }

        return TryReadSeconds(ref text, out int second, out long fraction)
            ? ReadZone(text, ticks + (second * TimeSpan.TicksPerSecond) + (second == 60 ? 0 : fraction), second == 60)
            : default;
    }

    private static bool TryReadSeconds(ref ReadOnlySpan<byte> text, out int second, out long fractionTicks)
    {
        second = 0;
        fractionTicks = 0;
        if (text.Length < 3 || text[0] != (byte)':' || !TryReadPair(text[1..], out second) || second > 60)
        {
            return false;
        }

        text = text[3..];
        if (text is not [(byte)'.', ..])
        {
            return true;
        }

        text = text[1..];
        int count = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        ReadOnlySpan<byte> digits = count < 0 ? text : text[..count];
        text = text[digits.Length..];
        long unit = TimeSpan.TicksPerSecond;
        foreach (byte digit in digits.Length > 6 ? digits[..6] : digits)
        {
            unit /= 10;
            fractionTicks += (digit - '0') * unit;
        }

        return !digits.IsEmpty;
    }

    private static ParsedTimestamp ReadZone(ReadOnlySpan<byte> text, long ticks, bool isLeapSecond)
    {
        if (text.IsEmpty)
        {
            return new ParsedTimestamp(TimestampForm.Local, ticks, TimeSpan.Zero, isLeapSecond);
        }

        if (text is [(byte)'Z' or (byte)'z'])
        {
            return new ParsedTimestamp(TimestampForm.Instant, ticks, TimeSpan.Zero, isLeapSecond);
        }

        if (
            text.Length != 6
            || text[0] is not ((byte)'+' or (byte)'-')
            || text[3] != (byte)':'
            || !TryReadPair(text[1..], out int hours)
            || !TryReadPair(text[4..], out int minutes)
            || hours > 23
            || minutes > 59
        )
        {
            return default;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return new ParsedTimestamp(TimestampForm.Instant, ticks, text[0] == (byte)'-' ? -offset : offset, isLeapSecond);
    }

    private static bool TryReadPair(ReadOnlySpan<byte> text, out int value)
    {
        uint tens = text[0] - (uint)'0';
        uint units = text[1] - (uint)'0';
        value = (int)((tens * 10) + units);
        return tens <= 9 && units <= 9;
    }
}
