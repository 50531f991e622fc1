namespace CxMetrics.Calculation;

/// <content>The methods of rates, ratios of money and lifetime values.</content>
public static partial class IntervalMethodNames
{
    /// <summary>Garwood's exact Poisson interval for a rate.</summary>
    public const string Garwood = "garwood";
}
