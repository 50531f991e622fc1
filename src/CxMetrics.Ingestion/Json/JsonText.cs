using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CxMetrics.Ingestion.Json;

/// <summary>Gives the text of strings and names as UTF-8 without escapes, and never throws over it.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader.GetString"/> throws on lone surrogates. Here they come out as bytes that are not valid UTF-8, as
/// invalid bytes do, so that one check later on refuses both. The buffer is reused: a text is good until the next one.
/// </remarks>
internal sealed class JsonText
{
    private const byte NeverInUtf8 = 0xFF;

    private readonly byte[] _buffer = new byte[4_096];

    /// <summary>The text of the string or name that the reader stands on.</summary>
    /// <param name="reader">A reader over contiguous memory.</param>
    public ReadOnlySpan<byte> Of(scoped ref readonly Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return raw;
        }

        byte[] buffer = raw.Length <= _buffer.Length ? _buffer : new byte[raw.Length];
        return buffer.AsSpan(0, Unescape(raw, buffer));
    }

    private static int Unescape(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        // The reader has checked the escapes. No escape is shorter than what it stands for, so the text fits.
        int written = 0;
        while (!raw.IsEmpty)
        {
            int plain = raw.IndexOf((byte)'\\');
            plain = plain < 0 ? raw.Length : plain;
            raw[..plain].CopyTo(text[written..]);
            written += plain;
            raw = raw[plain..];
            if (!raw.IsEmpty)
            {
                written += UnescapeOne(ref raw, text[written..]);
            }
        }

        return written;
    }

    private static int UnescapeOne(ref ReadOnlySpan<byte> raw, Span<byte> text)
    {
        byte kind = raw[1];
        if (kind == (byte)'u')
        {
            return UnescapeUnicode(ref raw, text);
        }

        raw = raw[2..];
        text[0] = kind switch
        {
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => kind,
        };
        return 1;
    }

    private static int UnescapeUnicode(ref ReadOnlySpan<byte> raw, Span<byte> text)
    {
        char first = TakeUnit(ref raw);
        if (Rune.TryCreate(first, out Rune rune))
        {
            return rune.EncodeToUtf8(text);
        }

        if (char.IsHighSurrogate(first) && raw is [(byte)'\\', (byte)'u', ..])
        {
            ReadOnlySpan<byte> rest = raw;
            if (Rune.TryCreate(first, TakeUnit(ref rest), out rune))
            {
                raw = rest;
                return rune.EncodeToUtf8(text);
            }
        }

        text[0] = NeverInUtf8;
        return 1;
    }

    private static char TakeUnit(ref ReadOnlySpan<byte> raw)
    {
        ushort unit = ushort.Parse(raw.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        raw = raw[6..];
        return (char)unit;
    }
}
