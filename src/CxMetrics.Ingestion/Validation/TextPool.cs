using System.Runtime.InteropServices;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Remembers strings by their UTF-8 bytes, so that a survey's name is made once and not once per response.</summary>
/// <remarks>A slot holds the last string that fell on it: no growth, nothing to evict, and a bad hash costs only a miss. Not thread-safe.</remarks>
internal sealed class TextPool
{
    /// <summary>Longer texts are not worth comparing.</summary>
    public const int MaximumBytes = 64;

    private const int Slots = 1024;

    private readonly (byte[] Bytes, string Text)[] _slots = new (byte[], string)[Slots];

    public bool TryFind(ReadOnlySpan<byte> utf8, out string? text)
    {
        if (utf8.Length <= MaximumBytes)
        {
            (byte[]? bytes, text) = _slots[SlotOf(utf8)];
            return bytes is not null && utf8.SequenceEqual(bytes);
        }

        text = null;
        return false;
    }

    public void Keep(ReadOnlySpan<byte> utf8, string text)
    {
        if (utf8.Length <= MaximumBytes)
        {
            _slots[SlotOf(utf8)] = (utf8.ToArray(), text);
        }
    }

    private static int SlotOf(ReadOnlySpan<byte> utf8)
    {
        const ulong mix = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)utf8.Length * mix;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(utf8)) * mix;
            hash ^= hash >> 32;
            utf8 = utf8[sizeof(ulong)..];
        }

        foreach (byte part in utf8)
        {
            hash = (hash ^ part) * mix;
        }

        return (int)(hash >> 54);
    }
}
