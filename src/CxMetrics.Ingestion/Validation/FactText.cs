using System.Text;
using System.Text.Unicode;

namespace CxMetrics.Ingestion.Validation;

/// <summary>The rules of text in facts: valid UTF-8 without NUL, trimmed, and absent when nothing is left.</summary>
internal static class FactText
{
    /// <summary>The longest identifier or name, in UTF-16 characters.</summary>
    public const int MaximumLength = 200;

    private const int ShownLength = 40;

    /// <summary>Decodes a text and trims it.</summary>
    /// <param name="utf8">The bytes, without escapes.</param>
    /// <param name="pool">Where strings that come again are kept; null makes a new one.</param>
    /// <param name="text">The text; null when it is empty.</param>
    /// <returns>Whether the bytes are text.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> utf8, TextPool? pool, out string? text)
    {
        if (pool is not null && pool.TryFind(utf8, out text))
        {
            return true;
        }

        if (!IsText(utf8))
        {
            text = null;
            return false;
        }

        text = Encoding.UTF8.GetString(utf8).Trim();
        if (text.Length == 0)
        {
            text = null;
            return true;
        }

        pool?.Keep(utf8, text);
        return true;
    }

    /// <summary>Decodes a text and keeps it character for character; only one of nothing but white space is absent.</summary>
    public static bool TryDecodeAsWritten(ReadOnlySpan<byte> utf8, out string? text)
    {
        text = null;
        if (!IsText(utf8))
        {
            return false;
        }

        string written = Encoding.UTF8.GetString(utf8);
        text = string.IsNullOrWhiteSpace(written) ? null : written;
        return true;
    }

    /// <summary>Takes ASCII white space off both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> utf8) => utf8.Trim(" \t\r\n\f\v"u8);

    /// <summary>A value as messages show it: short, on one line, whatever its bytes are.</summary>
    public static string Show(ReadOnlySpan<byte> utf8)
    {
        // A cut through the bytes may break a character; the string is cut again before that shows.
        const int enough = 4 * (ShownLength + 1);
        return Show(Encoding.UTF8.GetString(utf8.Length > enough ? utf8[..enough] : utf8));
    }

    /// <inheritdoc cref="Show(ReadOnlySpan{byte})"/>
    public static string Show(string text) => Show(text, ShownLength);

    /// <summary>A text of some length cut to at most so many characters, on one line.</summary>
    public static string Show(string text, int length)
    {
        string shown = text.Length > length ? string.Concat(text.AsSpan(0, length), "…") : text;
        return string.Create(
            shown.Length,
            shown,
            static (span, source) =>
            {
                for (int index = 0; index < span.Length; index++)
                {
                    char character = source[index];
                    span[index] = char.IsControl(character) || char.IsSurrogate(character) ? '?' : character;
                }
            }
        );
    }

    private static bool IsText(ReadOnlySpan<byte> utf8) => Utf8.IsValid(utf8) && !utf8.Contains((byte)0);
}
