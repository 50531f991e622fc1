using CxMetrics.Calculation;

namespace CxMetrics.Api.Results;

/// <summary>The flags that a result can carry. Stable: programs branch on them.</summary>
internal static class Flags
{
    public const string Empty = "empty";
    public const string LowN = "lowN";
    public const string Clipped = "clipped";
    public const string Provisional = "provisional";

    /// <summary>What the flags of a calculated number mean, for the description.</summary>
    public const string Meanings =
        "`empty`: nothing counted. `lowN`: fewer than 30 observations, or fewer than the method needs to be trusted. "
        + "`provisional`: the number will still move. `concentrated`: one customer is more than a quarter of it. "
        + "`clipped`: a value was moved to the end of its range. `weighted`: observations carry unequal weights. "
        + "`assumptionDoubtful`: the data contradict an assumption of the method.";

    /// <summary>Below this many observations a value carries <see cref="LowN"/> (metric definitions 8.9).</summary>
    private const int LowSampleSize = 30;

    // The flag of a small sample is not among them: it has a second reason, the number of observations.
    private static readonly (Caveats Caveat, string Flag)[] ByCaveat =
    [
        (Caveats.Provisional, Provisional),
        (Caveats.Concentrated, "concentrated"),
        (Caveats.Clipped, Clipped),
        (Caveats.Weighted, "weighted"),
        (Caveats.AssumptionDoubtful, "assumptionDoubtful"),
    ];

    public static IReadOnlyList<string> Of(Estimate estimate) => Of(estimate.SampleSize, estimate.Caveats);

    /// <summary>The flags of a number made from this many observations, the fewest where there are several samples.</summary>
    public static IReadOnlyList<string> Of(long n, Caveats caveats)
    {
        var flags = new List<string>();
        if (n == 0)
        {
            flags.Add(Empty);
        }
        else if (n < LowSampleSize || caveats.HasFlag(Caveats.LowSampleSize))
        {
            flags.Add(LowN);
        }

        flags.AddRange(ByCaveat.Where(known => caveats.HasFlag(known.Caveat)).Select(known => known.Flag));
        return flags;
    }
}
