namespace CxMetrics.Benchmarks.Calculation;

/// <summary>How many bytes one run of a benchmark reads; its row then says how fast.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BytesReadAttribute(long bytes) : Attribute
{
    public long Bytes { get; } = bytes;
}
