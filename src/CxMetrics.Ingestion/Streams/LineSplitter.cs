using System.Buffers;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Cuts bytes that arrive in pieces into lines, and passes over lines that are too long to hold.</summary>
internal sealed class LineSplitter(int maximumBytes)
{
    private bool _isPassingOver;

    /// <summary>The number of the line taken last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Takes the next line off the front of the buffer, if there is a whole one.</summary>
    /// <param name="buffer">What has arrived; what is left of it afterwards has to be offered again, with more behind it.</param>
    /// <param name="isFinal">Whether nothing more will come, so that what is left is the last line.</param>
    /// <param name="line">The line, without its line feed.</param>
    public LineKind Take(ref ReadOnlySequence<byte> buffer, bool isFinal, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (_isPassingOver && !TryPassOver(ref buffer))
        {
            return LineKind.None;
        }

        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            Number++;
            return line.Length > maximumBytes ? LineKind.TooLong : LineKind.Whole;
        }

        _isPassingOver = buffer.Length > maximumBytes;
        if (!_isPassingOver && (!isFinal || buffer.IsEmpty))
        {
            return LineKind.None;
        }

        line = buffer;
        buffer = buffer.Slice(buffer.End);
        Number++;
        return _isPassingOver ? LineKind.TooLong : LineKind.Last;
    }

    private bool TryPassOver(ref ReadOnlySequence<byte> buffer)
    {
        SequencePosition? end = buffer.PositionOf((byte)'\n');
        buffer = buffer.Slice(end is { } position ? buffer.GetPosition(1, position) : buffer.End);
        _isPassingOver = end is null;
        return !_isPassingOver;
    }
}
