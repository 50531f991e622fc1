namespace CxMetrics.Calculation;

/// <summary>What a reader has to know beside a number. Each method says which it sets, and when.</summary>
[Flags]
public enum Caveats
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Fewer observations than the method needs to be trusted.</summary>
    LowSampleSize = 1,

    /// <summary>The time that decides the outcome has not passed for all observations: the number will still move.</summary>
    Provisional = 2,

    /// <summary>One customer or account is more than a quarter of the denominator.</summary>
    Concentrated = 4,

    /// <summary>A value was moved to the end of its allowed range.</summary>
    Clipped = 8,

    /// <summary>Observations carry unequal weights.</summary>
    Weighted = 16,

    /// <summary>An assumption of the model is contradicted by the data; the method says which it checks.</summary>
    AssumptionDoubtful = 32,
}
