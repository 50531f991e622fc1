namespace CxMetrics.Api.Results;

/// <summary>The flags that a result can carry. Stable: programs branch on them.</summary>
internal static class Flags
{
    public const string Empty = "empty";
    public const string LowN = "lowN";
    public const string Clipped = "clipped";
    public const string Provisional = "provisional";

    /// <summary>Below this many observations a value carries <see cref="LowN"/> (metric definitions 8.9).</summary>
    private const int LowSampleSize = 30;

    public static string? OfSampleSize(long n) =>
        n switch
        {
            0 => Empty,
            < LowSampleSize => LowN,
            _ => null,
        };
}
