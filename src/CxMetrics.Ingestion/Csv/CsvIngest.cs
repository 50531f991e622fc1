using System.Globalization;
using CsvHelper;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion.Streams;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Csv;

/// <summary>Reads one body of CSV.</summary>
internal sealed class CsvIngest<TFact>(
    ICsvFactReader<TFact> facts,
    BulkAppender<TFact> appender,
    IngestionOptions options
)
    where TFact : class
{
    private CsvMalformedRecord? _malformed;
    private (BulkOutcomeKind Kind, IReadOnlyList<FactError> Errors) _end = (BulkOutcomeKind.Completed, []);

    public async Task<BulkOutcome> RunAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = new CsvBody(body, options.MaxBulkBytes);
            await using var rows = CsvReader.Create(source, Options(), leaveOpen: true);
            if (await AdvanceAsync(rows, isHeader: true, cancellationToken) && BindHeader(rows, source))
            {
                await ReadRowsAsync(rows, source, cancellationToken);
            }

            BulkOutcome outcome = await appender.FinishAsync(_end.Kind, _end.Errors, cancellationToken);
            return outcome with { IgnoredColumns = facts.IgnoredColumns };
        }
        finally
        {
            await appender.AbandonAsync();
        }
    }

    private CsvReaderOptions Options() =>
        new()
        {
            Separator = ',',
            HasHeader = true,
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            MaxRecordSize = options.MaxLineBytes,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => _malformed = record,
        };

    /// <summary>Reads on.</summary>
    /// <returns>Whether there is a row; if not because of a row, how it ended is noted.</returns>
    private async ValueTask<bool> AdvanceAsync(CsvReader rows, bool isHeader, CancellationToken cancellationToken)
    {
        try
        {
            if (!isHeader)
            {
                return await rows.ReadAsync(cancellationToken);
            }

            await rows.ReadHeaderAsync(cancellationToken);
            return true;
        }
        catch (CsvFormatException) when (isHeader)
        {
            End((BulkOutcomeKind.Refused, LongRow()));
        }
        catch (CsvFormatException exception)
        {
            // Bad quoting is recovered from, which leaves one reason to throw: a row that outgrows the limit. Where it ends
            // cannot be known without reading it, so the reading ends here.
            EndAtLongRow(exception.LineNumber);
        }

        return false;
    }

    private bool BindHeader(CsvReader rows, CsvBody source)
    {
        if (rows.Headers.Count == 0)
        {
            End(source.Failure is { } failure ? BodyFailure.Describe(failure, received: 0) : BodyFailure.Empty());
            return false;
        }

        if (_malformed is { } malformed)
        {
            End((BulkOutcomeKind.Refused, Whole(FactErrorCodes.InvalidCsv, "The header " + Describe(malformed))));
            return false;
        }

        facts.Bind([.. rows.Headers.Select(header => header.Trim())]);
        if (!facts.Errors.Any)
        {
            return true;
        }

        // What is wrong with a header that came from a broken body may be that the rest of it is missing.
        if (source.Failure is { } brokenBy)
        {
            End(BodyFailure.Describe(brokenBy, received: 0));
        }
        else
        {
            _end = (BulkOutcomeKind.Refused, facts.Errors.ToList());
        }

        return false;
    }

    private async Task ReadRowsAsync(CsvReader rows, CsvBody source, CancellationToken cancellationToken)
    {
        while (await AdvanceAsync(rows, isHeader: false, cancellationToken))
        {
            long end = rows.ByteOffset + rows.RawRecord.Length;
            if (end > options.MaxBulkBytes)
            {
                End(BodyFailure.TooLarge(options.MaxBulkBytes));
                return;
            }

            if (rows.RawRecord.Length > options.MaxLineBytes)
            {
                EndAtLongRow(rows.LineNumber);
                return;
            }

            bool isCutOff = source.Failure is not null && end == source.Delivered;
            if (!isCutOff && !TryTakeRow(rows))
            {
                return;
            }

            if (appender.IsFull && !await appender.SubmitAsync(cancellationToken))
            {
                return;
            }
        }

        if (source.Failure is { } failure)
        {
            End(BodyFailure.Describe(failure, appender.Received));
        }
    }

    /// <summary>Takes a row, good or bad.</summary>
    /// <returns>Whether there is sense in reading on.</returns>
    private bool TryTakeRow(CsvReader row)
    {
        if (_malformed is { Reason: CsvMalformedReason.UnterminatedQuote })
        {
            Refuse(FactErrorCodes.Truncated, "The body ends inside a quoted field that begins in this row.", row);
            End(BodyFailure.Truncated(appender.Received));
            return false;
        }

        if (_malformed is { } malformed)
        {
            Refuse(FactErrorCodes.InvalidCsv, "The row " + Describe(malformed), row);
            _malformed = null;
        }
        else if (row.FieldCount != row.Headers.Count)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture,
                $"The row has {row.FieldCount} fields; the header has {row.Headers.Count}."
            );
            Refuse(FactErrorCodes.InvalidCsv, message, row);
        }
        else if (facts.Read(row) is { } fact)
        {
            appender.Add(fact, row.LineNumber);
        }
        else
        {
            appender.Reject(facts.Errors.ToList(), row.LineNumber);
        }

        return true;
    }

    private void EndAtLongRow(long line)
    {
        FactError error = LongRow();
        appender.Reject([error], line);
        End((BulkOutcomeKind.Truncated, error));
    }

    private FactError LongRow() =>
        Whole(
            FactErrorCodes.TooLong,
            $"The row is longer than {options.MaxLineBytes} bytes; an unclosed quote may be the reason. Nothing after it was read."
        );

    private void End((BulkOutcomeKind Kind, FactError Error) end) => _end = (end.Kind, [end.Error]);

    private void Refuse(string code, string message, CsvReader row) =>
        appender.Reject([Whole(code, message)], row.LineNumber);

    private static FactError Whole(string code, string message) => new(FactErrors.WholeBody, code, message);

    private static string Describe(CsvMalformedRecord record) =>
        record.Reason switch
        {
            CsvMalformedReason.StrayQuote =>
                "has a quote inside a field that does not begin with one; such a field is quoted and its quotes doubled.",
            CsvMalformedReason.TextAfterClosingQuote =>
                "has text after the closing quote of a field; quotes inside a field are doubled.",
            CsvMalformedReason.UnterminatedQuote => "has a quoted field that is never closed.",
            _ => "is not valid CSV.",
        };
}
