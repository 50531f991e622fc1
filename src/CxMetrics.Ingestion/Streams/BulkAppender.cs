using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Stores facts in chunks: while one chunk is committed, the next is read. At most two are in memory, in order.</summary>
internal sealed class BulkAppender<TFact>(
    FactAppend<TFact> append,
    IngestionOptions options,
    IProgress<long>? progress = null
)
    where TFact : class
{
    private readonly ReportBuilder _report = new(options.MaxReportedErrors);
    private FactChunk<TFact> _reading = new(options.MaxReportedErrors);
    private FactChunk<TFact> _storing = new(options.MaxReportedErrors);
    private Task<AppendResult>? _commit;
    private bool _anyCommitted;

    /// <summary>Why the store takes no more; null while it does.</summary>
    public BulkOutcomeKind? Stopped { get; private set; }

    /// <summary>Facts read so far, good or bad.</summary>
    public long Received => _report.Received;

    /// <summary>Whether the chunk that is being read should be submitted.</summary>
    public bool IsFull => _reading.Facts.Count >= options.BulkChunkFacts;

    public void Add(TFact fact, long line)
    {
        _report.Received++;
        _reading.Add(fact, line);
    }

    public void Reject(IReadOnlyList<FactError> errors, long line)
    {
        _report.Received++;
        _reading.Reject(errors, line);
    }

    /// <summary>Hands the chunk that was read to the store, once the store is done with the one before.</summary>
    /// <returns>Whether the store took what came before; if not, <see cref="Stopped"/> says why.</returns>
    public async ValueTask<bool> SubmitAsync(CancellationToken cancellationToken)
    {
        await SettleAsync();
        if (Stopped is not null)
        {
            return false;
        }

        (_reading, _storing) = (_storing, _reading);
        if (_storing.Facts.Count == 0)
        {
            Count([]);
            return true;
        }

        // A stream that has begun waits for room; one that has not can still be sent away without a trace.
        WhenFull whenFull = _anyCommitted ? WhenFull.Wait : WhenFull.GiveUp;
        _commit = append(_storing.Facts, whenFull, cancellationToken).AsTask();
        return true;
    }

    /// <summary>Stores what is left.</summary>
    /// <param name="kind">How the reading ended.</param>
    /// <param name="errors">What is wrong with the body as a whole.</param>
    /// <param name="cancellationToken">Gives up waiting for room.</param>
    public async Task<BulkOutcome> FinishAsync(
        BulkOutcomeKind kind,
        IReadOnlyList<FactError> errors,
        CancellationToken cancellationToken
    )
    {
        if (await SubmitAsync(cancellationToken))
        {
            await SettleAsync();
        }

        return Stopped switch
        {
            null => new BulkOutcome(kind, _report.Build(), errors),
            BulkOutcomeKind.Busy => new BulkOutcome(BulkOutcomeKind.Busy, IngestReport.Nothing, []),
            { } stopped => new BulkOutcome(stopped, _report.Build(), []),
        };
    }

    /// <summary>Waits for a commit that is under way when reading fails, so that nothing outlives the request.</summary>
    public async Task AbandonAsync()
    {
        if (_commit is not null)
        {
            await ((Task)_commit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask SettleAsync()
    {
        if (_commit is null)
        {
            return;
        }

        Task<AppendResult> commit = _commit;
        _commit = null;
        try
        {
            AppendResult result = await commit;
            Note(result.Status);
            Count(result.Outcomes);
        }
        catch (StorageUnavailableException) when (_anyCommitted)
        {
            // What was committed before is, so the sender is told how much instead of that nothing was stored.
            Stopped = BulkOutcomeKind.Interrupted;
            Count([]);
        }
    }

    private void Note(AppendStatus status)
    {
        switch (status)
        {
            case AppendStatus.Committed:
                _anyCommitted = true;
                break;
            case AppendStatus.QueueFull:
                Stopped = _anyCommitted ? BulkOutcomeKind.Interrupted : BulkOutcomeKind.Busy;
                break;
            case AppendStatus.Stopping:
                Stopped = BulkOutcomeKind.Interrupted;
                break;
        }
    }

    private void Count(IReadOnlyList<AppendOutcome> outcomes)
    {
        _report.Count(_storing, outcomes);
        _storing.Clear();
        progress?.Report(_report.Settled);
    }
}
