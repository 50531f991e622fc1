using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Counts what becomes of facts.</summary>
internal sealed class ReportBuilder(int maximumErrors)
{
    private readonly List<LineError> _errors = [];
    private long _stored;
    private long _updated;
    private long _duplicates;
    private long _rejected;
    private bool _errorsTruncated;

    /// <summary>Facts read so far.</summary>
    public long Received { get; set; }

    /// <summary>Facts whose fate is known.</summary>
    public long Settled => _stored + _updated + _duplicates + _rejected;

    /// <summary>Counts a chunk that was read, and its facts as the store took them.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="outcomes">One per fact; empty when the store did not take them.</param>
    public void Count<TFact>(FactChunk<TFact> chunk, IReadOnlyList<AppendOutcome> outcomes)
        where TFact : class
    {
        _rejected += chunk.Rejected;
        _errorsTruncated |= chunk.ErrorsTruncated;
        List<LineError> errors = [.. chunk.Errors];
        for (int index = 0; index < outcomes.Count; index++)
        {
            Count(outcomes[index], chunk.Lines[index], errors);
        }

        // What the reader and what the store found wrong are two lists, each in order of lines.
        foreach (LineError error in errors.OrderBy(error => error.Line))
        {
            if (_errors.Count == maximumErrors)
            {
                _errorsTruncated = true;
                break;
            }

            _errors.Add(error);
        }
    }

    public IngestReport Build() =>
        new(Received, _stored, _updated, _duplicates, _rejected, [.. _errors], _errorsTruncated);

    private void Count(AppendOutcome outcome, long line, List<LineError> errors)
    {
        _ = outcome.Kind switch
        {
            AppendOutcomeKind.Stored => _stored++,
            AppendOutcomeKind.Updated => _updated++,
            AppendOutcomeKind.Duplicate => _duplicates++,
            AppendOutcomeKind.Refused or AppendOutcomeKind.Conflict => _rejected++,
        };
        if (outcome.Error is { } error)
        {
            errors.Add(new LineError(line, error.Field, error.Code, error.Message));
        }
    }
}
