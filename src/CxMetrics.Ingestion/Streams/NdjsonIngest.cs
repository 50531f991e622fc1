using System.Buffers;
using System.IO.Pipelines;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion.Json;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Reads one body of newline-delimited JSON.</summary>
internal sealed class NdjsonIngest<TFact>(
    JsonFactParser<TFact> parser,
    BulkAppender<TFact> appender,
    IngestionOptions options
)
    where TFact : class
{
    private readonly LineSplitter _lines = new(options.MaxLineBytes);
    private readonly ArrayBufferWriter<byte> _line = new();
    private long _consumed;
    private bool _isCutOff;

    public async Task<BulkOutcome> RunAsync(PipeReader body, CancellationToken cancellationToken)
    {
        try
        {
            (BulkOutcomeKind kind, FactError? error) = await ReadAsync(body, cancellationToken);
            return await appender.FinishAsync(kind, error is null ? [] : [error], cancellationToken);
        }
        finally
        {
            await appender.AbandonAsync();
        }
    }

    private async Task<(BulkOutcomeKind Kind, FactError? Error)> ReadAsync(
        PipeReader body,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            ReadResult read;
            try
            {
                read = await body.ReadAsync(cancellationToken);
            }
            catch (Exception exception) when (BodyFailure.Is(exception))
            {
                return BodyFailure.Describe(exception, appender.Received);
            }

            bool isTooLarge = _consumed + read.Buffer.Length > options.MaxBulkBytes;
            ReadOnlySequence<byte> rest = isTooLarge
                ? read.Buffer.Slice(0, options.MaxBulkBytes - _consumed)
                : read.Buffer;
            long before = rest.Length;
            rest = await TakeLinesAsync(rest, isFinal: read.IsCompleted && !isTooLarge, cancellationToken);
            _consumed += before - rest.Length;
            body.AdvanceTo(rest.Start, read.Buffer.End);
            if (appender.Stopped is not null || isTooLarge || read.IsCompleted || read.IsCanceled)
            {
                return HowItEnded(isTooLarge, read.IsCompleted);
            }
        }
    }

    private (BulkOutcomeKind Kind, FactError? Error) HowItEnded(bool isTooLarge, bool isCompleted)
    {
        if (isTooLarge)
        {
            return BodyFailure.TooLarge(options.MaxBulkBytes);
        }

        if (_isCutOff || !isCompleted)
        {
            return BodyFailure.Truncated(appender.Received);
        }

        return appender.Received == 0 ? BodyFailure.Empty() : (BulkOutcomeKind.Completed, null);
    }

    private async ValueTask<ReadOnlySequence<byte>> TakeLinesAsync(
        ReadOnlySequence<byte> buffer,
        bool isFinal,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            LineKind kind = _lines.Take(ref buffer, isFinal, out ReadOnlySequence<byte> line);
            if (kind == LineKind.None)
            {
                return buffer;
            }

            if (kind == LineKind.TooLong)
            {
                Refuse(FactErrorCodes.TooLong, $"The line is longer than {options.MaxLineBytes} bytes.");
            }
            else
            {
                TakeLine(Contiguous(line), isLast: kind == LineKind.Last);
            }

            if (appender.IsFull && !await appender.SubmitAsync(cancellationToken))
            {
                return buffer;
            }
        }
    }

    private void TakeLine(ReadOnlySpan<byte> line, bool isLast)
    {
        line = _lines.Number == 1 ? ByteOrderMark.Skip(line) : line;
        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        if (parser.ParseOne(line) is { } fact)
        {
            appender.Add(fact, _lines.Number);
        }
        else if (isLast && parser.IsInvalidJson && JsonFactParser<TFact>.IsCutOff(line))
        {
            _isCutOff = true;
            Refuse(FactErrorCodes.Truncated, "The body ends in the middle of this line.");
        }
        else
        {
            appender.Reject(parser.Errors.ToList(), _lines.Number);
        }
    }

    private void Refuse(string code, string message) =>
        appender.Reject([new FactError(FactErrors.WholeBody, code, message)], _lines.Number);

    private ReadOnlySpan<byte> Contiguous(in ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment)
        {
            return line.FirstSpan;
        }

        _line.ResetWrittenCount();
        foreach (ReadOnlyMemory<byte> segment in line)
        {
            _line.Write(segment.Span);
        }

        return _line.WrittenSpan;
    }
}
