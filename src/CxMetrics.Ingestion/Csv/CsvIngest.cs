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
            await using var rows = CsvReader.Create(body, Options(), leaveOpen: true);
            if (await AdvanceAsync(rows, isHeader: true, cancellationToken) && BindHeader(rows))
            {
                await ReadRowsAsync(rows, cancellationToken);
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

    /// <summary>Reads on. Only this reads the body, so that a store that fails is never taken for a body that broke.</summary>
    /// <returns>Whether there is a row; if not, how it ended is noted.</returns>
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
        catch (CsvFormatException exception)
        {
            EndAtFormat(exception, isHeader);
        }
        catch (Exception exception) when (BodyFailure.Is(exception))
        {
            End(BodyFailure.Describe(exception, appender.Received));
        }

        return false;
    }

    private bool BindHeader(CsvReader rows)
    {
        if (rows.Headers.Count == 0)
        {
            End(BodyFailure.Empty());
            return false;
        }

        if (_malformed is { } malformed)
        {
            End((BulkOutcomeKind.Refused, Whole(FactErrorCodes.InvalidCsv, "The header " + Describe(malformed))));
            return false;
        }

        facts.Bind([.. rows.Headers.Select(header => header.Trim())]);
        _end = facts.Errors.Any ? (BulkOutcomeKind.Refused, facts.Errors.ToList()) : _end;
        return !facts.Errors.Any;
    }

    private async Task ReadRowsAsync(CsvReader rows, CancellationToken cancellationToken)
    {
        while (await AdvanceAsync(rows, isHeader: false, cancellationToken))
        {
            if (rows.ByteOffset + rows.RawRecord.Length > options.MaxBulkBytes)
            {
                End(BodyFailure.TooLarge(options.MaxBulkBytes));
                return;
            }

            if (_malformed is { Reason: CsvMalformedReason.UnterminatedQuote })
            {
                Refuse(FactErrorCodes.Truncated, "The body ends inside a quoted field that begins in this row.", rows);
                End(BodyFailure.Truncated(appender.Received));
                return;
            }

            TakeRow(rows);
            if (appender.IsFull && !await appender.SubmitAsync(cancellationToken))
            {
                return;
            }
        }
    }

    private void TakeRow(CsvReader row)
    {
        if (_malformed is { } malformed)
        {
            Refuse(FactErrorCodes.InvalidCsv, "The row " + Describe(malformed), row);
            _malformed = null;
        }
        else if (row.RawRecord.Length > options.MaxLineBytes)
        {
            Refuse(FactErrorCodes.TooLong, $"The row is longer than {options.MaxLineBytes} bytes.", row);
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
    }

    private void EndAtFormat(CsvFormatException exception, bool isHeader)
    {
        // Recovering from bad quoting leaves one reason to throw: a record that outgrows the limit. Where it ends cannot
        // be known without reading it, so the reading ends here.
        FactError error = Whole(
            FactErrorCodes.TooLong,
            $"The row is longer than {options.MaxLineBytes} bytes; an unclosed quote may be the reason."
        );
        if (isHeader)
        {
            End((BulkOutcomeKind.Refused, error));
            return;
        }

        appender.Reject([error], exception.LineNumber);
        End(BodyFailure.Truncated(appender.Received));
    }

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
