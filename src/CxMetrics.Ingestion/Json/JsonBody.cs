using System.Buffers;

namespace CxMetrics.Ingestion.Json;

/// <summary>Looks at a JSON body before it is read.</summary>
public static class JsonBody
{
    /// <summary>Whether the body is meant to be an array: its first character, after any byte order mark and white space, is a bracket.</summary>
    public static bool IsArray(in ReadOnlySequence<byte> json)
    {
        var reader = new SequenceReader<byte>(json);
        reader.IsNext(ByteOrderMark.Utf8, advancePast: true);
        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.TryPeek(out byte first) && first == (byte)'[';
    }
}
