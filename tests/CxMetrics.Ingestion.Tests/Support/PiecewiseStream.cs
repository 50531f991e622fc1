namespace CxMetrics.Ingestion.Tests.Support;

/// <summary>A body that arrives in pieces of given lengths, and may break at its end.</summary>
internal sealed class PiecewiseStream(byte[] bytes, IReadOnlyList<int> pieces, Exception? atEnd = null) : Stream
{
    private int _position;
    private int _reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int piece = pieces.Count == 0 ? count : Math.Max(1, pieces[_reads++ % pieces.Count]);
        int length = Math.Min(Math.Min(piece, count), bytes.Length - _position);
        if (length == 0 && atEnd is not null)
        {
            throw atEnd;
        }

        Array.Copy(bytes, _position, buffer, offset, length);
        _position += length;
        return length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
