namespace CxMetrics.Calculation.Revenue;

/// <summary>What a number over accounts warns of.</summary>
internal static class AccountCaveats
{
    /// <summary>Below this many accounts every interval of a ratio of sums was seen to cover less than it says.</summary>
    private const int EnoughAccounts = 50;

    /// <summary>Below this many lost customers a lifetime rests on too little.</summary>
    private const int EnoughLosses = 30;

    private const double LargeShare = 0.25;

    /// <summary>The caveats of this many accounts, of which the largest is this share of the sum.</summary>
    public static Caveats Of(int accounts, double largestShare) =>
        (accounts < EnoughAccounts ? Caveats.LowSampleSize : Caveats.None)
        | (largestShare > LargeShare ? Caveats.Concentrated : Caveats.None);

    /// <summary>The caveats of a lifetime that was learnt from this many lost customers.</summary>
    public static Caveats OfLosses(long lost) => lost < EnoughLosses ? Caveats.LowSampleSize : Caveats.None;
}
