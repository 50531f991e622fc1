namespace CxMetrics.Calculation.Trends;

/// <summary>A range of ranks with its slopes in ascending order.</summary>
/// <param name="Below">How many slopes lie below the range.</param>
/// <param name="BelowEnd">How many lie below its end.</param>
/// <param name="Slopes">The slopes of the range; fewer where the rest are the same.</param>
internal readonly record struct SlopeBracket(long Below, long BelowEnd, double[] Slopes)
{
    public double this[long rank] => Slopes[(int)Math.Min(rank - Below - 1, Slopes.Length - 1)];

    public bool Holds(long rank) => rank > Below && rank <= BelowEnd;
}
