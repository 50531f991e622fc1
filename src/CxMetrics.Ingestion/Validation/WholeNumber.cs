namespace CxMetrics.Ingestion.Validation;

/// <summary>Reads decimal numbers that have to be whole, exactly: 8, 8.0 and 80e-1 are eight, 8.5 is not.</summary>
internal static class WholeNumber
{
    // Where exponents stop being counted: far beyond the digits that a line can hold.
    private const int FarExponent = 1_000_000_000;

    public static WholeNumberKind Parse(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        bool negative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> rest = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        ReadOnlySpan<byte> integer = TakeDigits(ref rest);
        ReadOnlySpan<byte> fraction = default;
        if (rest is [(byte)'.', ..])
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
            if (fraction.IsEmpty)
            {
                return WholeNumberKind.NotANumber;
            }
        }

        return integer.IsEmpty || !TryTakeExponent(rest, out int exponent)
            ? WholeNumberKind.NotANumber
            : Evaluate(integer, fraction, exponent, negative, out value);
    }

    private static ReadOnlySpan<byte> TakeDigits(scoped ref ReadOnlySpan<byte> text)
    {
        int count = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        ReadOnlySpan<byte> digits = count < 0 ? text : text[..count];
        text = text[digits.Length..];
        return digits;
    }

    private static bool TryTakeExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        text = text[1..];
        bool negative = text is [(byte)'-', ..];
        text = text is [(byte)'-' or (byte)'+', ..] ? text[1..] : text;
        ReadOnlySpan<byte> digits = TakeDigits(ref text);
        foreach (byte digit in digits)
        {
            exponent = (int)Math.Min(FarExponent, (exponent * 10L) + (digit - '0'));
        }

        exponent = negative ? -exponent : exponent;
        return text.IsEmpty && !digits.IsEmpty;
    }

    private static WholeNumberKind Evaluate(
        ReadOnlySpan<byte> integer,
        ReadOnlySpan<byte> fraction,
        int exponent,
        bool negative,
        out int value
    )
    {
        // Counts the places that the significant digits reach beyond the decimal point, then reads the digits before it.
        value = 0;
        ReadOnlySpan<byte> significant = fraction.TrimEnd((byte)'0');
        long places = significant.Length - (long)exponent;
        if (significant.IsEmpty)
        {
            int kept = integer.TrimEnd((byte)'0').Length;
            if (integer.TrimStart((byte)'0').IsEmpty)
            {
                return WholeNumberKind.Whole;
            }

            places = -(long)exponent - (integer.Length - kept);
            integer = integer[..kept];
        }

        if (places > 0)
        {
            return WholeNumberKind.Fraction;
        }

        long magnitude = 0;
        if (
            !TryAppend(integer, ref magnitude)
            || !TryAppend(significant, ref magnitude)
            || !TryScale(-places, ref magnitude)
        )
        {
            return WholeNumberKind.Huge;
        }

        value = (int)(negative ? -magnitude : magnitude);
        return WholeNumberKind.Whole;
    }

    private static bool TryAppend(ReadOnlySpan<byte> digits, ref long magnitude)
    {
        foreach (byte digit in digits)
        {
            magnitude = (magnitude * 10) + (digit - '0');
            if (magnitude > int.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryScale(long zeros, ref long magnitude)
    {
        for (; zeros > 0; zeros--)
        {
            magnitude *= 10;
            if (magnitude > int.MaxValue)
            {
                return false;
            }
        }

        return true;
    }
}
