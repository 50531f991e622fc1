namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The distributions of ratings from 1 to 5 that the studies of means go through.</summary>
public static class RatingDistributions
{
    private static readonly (string Name, double[] Shares)[] Named =
    [
        ("typical", [0.03, 0.05, 0.12, 0.35, 0.45]),
        ("top-heavy", [0.01, 0.01, 0.03, 0.15, 0.80]),
        ("polarised", [0.35, 0.05, 0.05, 0.10, 0.45]),
    ];

    public static IReadOnlyList<string> Names => [.. Named.Select(item => item.Name)];

    /// <summary>The shares of the distribution whose description begins with a known name.</summary>
    public static double[] Find(string description) =>
        Named.First(item => description.StartsWith(item.Name, StringComparison.Ordinal)).Shares;

    public static double Mean(ReadOnlySpan<double> shares)
    {
        double mean = 0;
        for (int index = 0; index < shares.Length; index++)
        {
            mean += shares[index] * (index + 1);
        }

        return mean;
    }
}
