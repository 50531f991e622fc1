using CxMetrics.Ingestion.Streams;

namespace CxMetrics.Ingestion.Csv;

/// <summary>
/// A body for the CSV reader that ends where it breaks or goes over its limit, so that the rows read before are not lost with
/// the reader's buffer.
/// </summary>
/// <remarks>The read that crosses the limit is delivered whole: which rows lie within it is for the reader of rows to say.</remarks>
internal sealed class CsvBody(Stream body, long limit) : Stream
{
    /// <summary>Why the body broke; null when it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>How many bytes came.</summary>
    public long Delivered { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            int length = Failure is null ? await body.ReadAsync(buffer, cancellationToken) : 0;
            Delivered += length;
            Failure ??= Delivered > limit ? BodyFailure.OverLimit() : null;
            return length;
        }
        catch (Exception exception) when (BodyFailure.Is(exception))
        {
            Failure = exception;
            return 0;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Bodies are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
