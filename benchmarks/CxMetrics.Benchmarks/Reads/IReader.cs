namespace CxMetrics.Benchmarks.Reads;

/// <summary>Somebody who can answer a question.</summary>
internal interface IReader
{
    /// <summary>Answers it, as its users would have it answered; this is what is timed.</summary>
    /// <returns>The size of the answer, so that nothing of the work can be left out.</returns>
    Task<long> ReadAsync(ReadQuestion question, CancellationToken cancellationToken);

    /// <summary>Answers it once more, as counts that can be compared.</summary>
    Task<IReadOnlyList<MonthCounts>> CountAsync(ReadQuestion question, CancellationToken cancellationToken);
}
