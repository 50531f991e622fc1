namespace CxMetrics.Storage.Responses;

/// <summary>A revision that went into history.</summary>
internal sealed class SqlServerMovedRow
{
    public long ResponseKey { get; set; }
    public DateTime RecordedAt { get; set; }

    public long RecordedAtMicroseconds => Microseconds.FromInstant(new DateTimeOffset(RecordedAt, TimeSpan.Zero));
}
