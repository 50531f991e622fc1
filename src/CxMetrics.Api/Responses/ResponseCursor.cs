using System.Buffers.Binary;
using System.Buffers.Text;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Api.Responses;

/// <summary>Writes a place in the list as text that means nothing to its reader.</summary>
internal static class ResponseCursor
{
    private const int Length = 2 * sizeof(long);

    public static string Write(ResponsePosition position)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, position.RespondedAt.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(long)..], position.Key);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The place; null when <paramref name="cursor"/> is none that <see cref="Write"/> has made.</summary>
    public static ResponsePosition? Read(string? cursor)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (
            cursor is null
            || !Base64Url.IsValid(cursor, out int length)
            || length != Length
            || !Base64Url.TryDecodeFromChars(cursor, bytes, out _)
        )
        {
            return null;
        }

        long ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        long key = BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(long)..]);
        return ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks
            ? null
            : new ResponsePosition(new DateTimeOffset(ticks, TimeSpan.Zero), key);
    }
}
