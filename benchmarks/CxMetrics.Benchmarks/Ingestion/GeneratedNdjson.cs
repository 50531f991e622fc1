using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Generated responses as a stream of JSON lines, written while it is read and never all in memory.</summary>
internal sealed class GeneratedNdjson(GeneratedResponses responses, Range range) : Stream
{
    private const int MostLineBytes = 1024;

    private static readonly byte[][] Touchpoints = Members("touchpoint", GeneratedResponses.Touchpoints);
    private static readonly byte[][] Channels = Members("channel", GeneratedResponses.Channels);
    private static readonly byte[][] Segments = Members("segment", GeneratedResponses.Segments);
    private static readonly byte[][] Comments = Members("comment", GeneratedResponses.Comments);

    private readonly int _end = range.End.GetOffset(responses.Count);
    private int _next = range.Start.GetOffset(responses.Count);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes one response as a JSON object; the number of bytes.</summary>
    public static int Write(in GeneratedResponse response, Span<byte> target)
    {
        int length = 0;
        Append("{\"id\":\""u8, target, ref length);
        response.Id.TryFormat(target[length..], out int written, "x16", CultureInfo.InvariantCulture);
        length += written;
        Append("\",\"survey\":\"relationship\",\"respondedAt\":\""u8, target, ref length);
        response.RespondedAt.TryFormat(target[length..], out written, "s", CultureInfo.InvariantCulture);
        length += written;
        Append("Z\",\"answers\":[{\"metric\":\"nps\",\"score\":"u8, target, ref length);
        Utf8Formatter.TryFormat(response.Score, target[length..], out written);
        length += written;
        Append("}]"u8, target, ref length);
        Append(Touchpoints[response.Touchpoint], target, ref length);
        Append(Channels[response.Channel], target, ref length);
        Append(Segments[response.Segment], target, ref length);
        if (response.Customer >= 0)
        {
            Append(",\"customerId\":\"c-"u8, target, ref length);
            Utf8Formatter.TryFormat(response.Customer, target[length..], out written, new('D', 6));
            length += written;
            Append("\""u8, target, ref length);
        }

        if (response.Comment >= 0)
        {
            Append(Comments[response.Comment], target, ref length);
        }

        Append("}"u8, target, ref length);
        return length;
    }

    public override int Read(Span<byte> buffer)
    {
        int length = 0;
        while (_next < _end && buffer.Length - length >= MostLineBytes)
        {
            length += Write(responses[_next++], buffer[length..]);
            buffer[length++] = (byte)'\n';
        }

        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[][] Members(string name, IEnumerable<string> values) =>
        [.. values.Select(value => Encoding.UTF8.GetBytes($",\"{name}\":\"{value}\""))];

    private static void Append(ReadOnlySpan<byte> text, Span<byte> target, ref int length)
    {
        text.CopyTo(target[length..]);
        length += text.Length;
    }
}
