namespace CxMetrics.Calculation.Numerics;

/// <summary>Both tails of a distribution at one point.</summary>
/// <param name="Lower">P(X &lt;= x).</param>
/// <param name="Upper">P(X &gt; x).</param>
internal readonly record struct TailProbabilities(double Lower, double Upper);
