namespace CxMetrics.Calculation;

/// <content>Methods for monitoring.</content>
public static partial class IntervalMethodNames
{
    /// <summary>The exact interval of a ratio of two rates, conditional on the sum of their counts.</summary>
    public const string ExactConditional = "exactConditional";

    /// <summary>Donner and Zou's interval of a ratio from the intervals of its two sides.</summary>
    public const string MoverRatio = "moverRatio";

    /// <summary>Robbins's confidence sequence for a share, valid at all looks together.</summary>
    public const string RobbinsSequence = "robbinsSequence";

    /// <summary>The empirical-Bernstein confidence sequence for a mean of bounded values, valid at all looks together.</summary>
    public const string EmpiricalBernsteinSequence = "empiricalBernsteinSequence";
}
