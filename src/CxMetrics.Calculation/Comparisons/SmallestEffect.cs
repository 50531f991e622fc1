namespace CxMetrics.Calculation.Comparisons;

/// <summary>The smallest change that matters, δ₀, for verdicts that do not name their own.</summary>
public static class SmallestEffect
{
    /// <summary>2 percentage points of a share.</summary>
    public const double Share = 0.02;

    /// <summary>0.05 of a net score on the scale −1 to 1.</summary>
    public const double NetScore = 0.05;

    /// <summary>5 points of the Net Promoter Score.</summary>
    public const double NetPromoterPoints = 5;
}
