using CxMetrics.Benchmarks.Databases;

namespace CxMetrics.Benchmarks;

/// <summary>How much to measure, and on what.</summary>
/// <param name="Seconds">Length of one timed round of single posts.</param>
/// <param name="Rounds">How often each pair of contenders is measured, in turns.</param>
/// <param name="Connections">Connections that post single facts at the same time.</param>
/// <param name="Rows">Timed rows of one bulk round.</param>
/// <param name="IsLong">Whether memory is also measured over 5 M lines.</param>
/// <param name="Sizes">Responses in the databases that are read.</param>
/// <param name="Databases">Databases that are removed afterwards.</param>
/// <param name="ReadDatabases">Databases that are read: they may be kept, because filling one can take minutes.</param>
internal sealed record BenchmarkSettings(
    int Seconds,
    int Rounds,
    int Connections,
    int Rows,
    bool IsLong,
    IReadOnlyList<int> Sizes,
    IBenchmarkDatabases Databases,
    IBenchmarkDatabases ReadDatabases
);
