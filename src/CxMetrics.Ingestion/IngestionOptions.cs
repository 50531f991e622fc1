using System.ComponentModel.DataAnnotations;

namespace CxMetrics.Ingestion;

/// <summary>Limits of what is taken in, under <c>Ingestion</c> in the settings.</summary>
public sealed class IngestionOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Ingestion";

    private const string RangeMessage = Section + ":{0} must be between {1} and {2}.";

    /// <summary>The longest body that holds one object or an array, in bytes.</summary>
    /// <value>16 MiB. It is held in memory while it is read.</value>
    [Range(1_024d, 1_073_741_824d, ErrorMessage = RangeMessage)]
    public long MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The longest stream (NDJSON, CSV), in bytes after decompression.</summary>
    /// <value>1 GiB. Memory does not grow with it.</value>
    [Range(1_024d, 1_099_511_627_776d, ErrorMessage = RangeMessage)]
    public long MaxBulkBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>The most facts in one array.</summary>
    /// <value>10,000. They are stored in one transaction.</value>
    [Range(1, 1_000_000, ErrorMessage = RangeMessage)]
    public int MaxBatchFacts { get; set; } = 10_000;

    /// <summary>The longest line of a stream, in bytes (CSV: the longest row, in characters).</summary>
    /// <value>1 MiB.</value>
    [Range(1_024, 268_435_456, ErrorMessage = RangeMessage)]
    public int MaxLineBytes { get; set; } = 1024 * 1024;

    /// <summary>How many facts of a stream are stored in one transaction.</summary>
    /// <value>
    /// 20,000: a quarter to half a second of work. The larger a transaction, the more of its facts share a row of daily counts.
    /// Two such chunks are in memory at a time: one being stored, one being read.
    /// </value>
    [Range(1, 1_000_000, ErrorMessage = RangeMessage)]
    public int BulkChunkFacts { get; set; } = 20_000;

    /// <summary>How many errors a report lists before it only counts rejected facts.</summary>
    /// <value>100.</value>
    [Range(0, 100_000, ErrorMessage = RangeMessage)]
    public int MaxReportedErrors { get; set; } = 100;
}
