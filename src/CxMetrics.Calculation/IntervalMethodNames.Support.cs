namespace CxMetrics.Calculation;

public static partial class IntervalMethodNames
{
    /// <summary>The score interval for a rate with the linearised variance between customers as its dispersion.</summary>
    public const string LinearizedScore = "linearizedScore";
}
