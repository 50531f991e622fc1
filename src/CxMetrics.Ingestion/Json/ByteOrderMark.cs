namespace CxMetrics.Ingestion.Json;

/// <summary>The three bytes that some editors put before UTF-8.</summary>
internal static class ByteOrderMark
{
    public static ReadOnlySpan<byte> Utf8 => [0xEF, 0xBB, 0xBF];

    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text) =>
        text.StartsWith(Utf8) ? text[Utf8.Length..] : text;
}
