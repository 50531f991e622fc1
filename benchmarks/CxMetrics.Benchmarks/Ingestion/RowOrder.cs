namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>In which order generated responses come.</summary>
internal enum RowOrder
{
    /// <summary>Oldest first, as exports are.</summary>
    ByTime,

    /// <summary>Any day may follow any other.</summary>
    Shuffled,
}
