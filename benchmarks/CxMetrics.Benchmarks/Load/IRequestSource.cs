namespace CxMetrics.Benchmarks.Load;

/// <summary>Makes requests, each different.</summary>
internal interface IRequestSource
{
    /// <summary>The bytes of the next request; valid until the next call.</summary>
    ReadOnlySpan<byte> Next();
}
