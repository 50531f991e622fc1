namespace CxMetrics.Benchmarks;

/// <summary>How much to measure.</summary>
/// <param name="Seconds">Length of one timed round of single posts.</param>
/// <param name="Rounds">How often each pair of contenders is measured, in turns.</param>
/// <param name="Connections">Connections that post single facts at the same time.</param>
/// <param name="Rows">Timed rows of one bulk round.</param>
/// <param name="IsLong">Whether memory is also measured over 5 M lines.</param>
internal sealed record BenchmarkSettings(int Seconds, int Rounds, int Connections, int Rows, bool IsLong);
