namespace CxMetrics.Benchmarks.Reads;

/// <summary>What starting on an existing database takes; medians over the rounds.</summary>
/// <param name="Responses">How many responses are in it.</param>
/// <param name="Ready">From the start of the process to a 200 of its readiness check.</param>
/// <param name="FirstRead">The first score, with nothing compiled or cached in the process.</param>
/// <param name="IdleMemory">Bytes resident a while after it was ready, before any read.</param>
/// <param name="MemoryAfterReads">Bytes resident a while after some reads of every question.</param>
internal sealed record StartResult(
    int Responses,
    TimeSpan Ready,
    TimeSpan FirstRead,
    double IdleMemory,
    double MemoryAfterReads
);
