namespace CxMetrics.Calculation.Trends;

/// <summary>The negative slopes from one limit, included, to another, excluded.</summary>
/// <param name="From">The lower limit.</param>
/// <param name="End">The upper limit.</param>
/// <param name="Below">How many slopes lie below the lower limit.</param>
/// <param name="BelowEnd">How many lie below the upper limit.</param>
internal readonly record struct SlopeRange(double From, double End, long Below, long BelowEnd)
{
    // Where more slopes than can be stored agree to 14 digits they are one slope that rounding has spread.
    private const double SameSlope = 1e-14;

    public long Count => BelowEnd - Below;

    public bool IsOneSlope => !(End - From > SameSlope * -From);

    /// <summary>Where to count next: a little below the wanted rank, a little above it, then in the middle in case the slopes crowd at one end.</summary>
    public double Next(long rank, int step, int capacity)
    {
        double margin = Math.Max(capacity / 4.0, Count / 64.0);
        double share = (step % 3) switch
        {
            0 => (rank - margin - Below) / Count,
            1 => (rank + margin - Below) / Count,
            _ => 0.5,
        };
        return From + ((End - From) * (share > 0 && share < 1 ? share : 0.5));
    }
}
