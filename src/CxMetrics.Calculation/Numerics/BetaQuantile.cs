namespace CxMetrics.Calculation.Numerics;

/// <summary>The limits that leave half of 1 − level of a beta distribution outside, one on each side.</summary>
internal static class BetaQuantile
{
    /// <summary>The point with (1 − level)/2 below it.</summary>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <param name="level">The two-sided level.</param>
    /// <param name="guess">A point near it; ignored when it is not strictly between 0 and 1.</param>
    public static double Lower(double a, double b, double level, double guess) =>
        ToPoint(BetaDistribution.LogOddsQuantile(a, b, (1 - level) / 2, upperTail: false, Start(a, b, guess)));

    /// <summary>The point with (1 − level)/2 above it.</summary>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <param name="level">The two-sided level.</param>
    /// <param name="guess">A point near it; ignored when it is not strictly between 0 and 1.</param>
    public static double Upper(double a, double b, double level, double guess) =>
        ToPoint(BetaDistribution.LogOddsQuantile(a, b, (1 - level) / 2, upperTail: true, Start(a, b, guess)));

    // Without a usable guess, the mode of the log-odds.
    private static double Start(double a, double b, double guess) =>
        guess > 0 && guess < 1 ? Math.Log(guess) - Math.Log(1 - guess) : Math.Log(a) - Math.Log(b);

    private static double ToPoint(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
