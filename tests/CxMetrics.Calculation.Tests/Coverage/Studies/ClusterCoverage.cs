using System.Globalization;
using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Intervals;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Shares, net scores and means with several answers per account, which resemble each other.</summary>
internal static class ClusterCoverage
{
    private const int Samples = 20_000;
    private static readonly int[] Accounts = [10, 20, 50, 200];

    public static CoverageStudy Shares { get; } =
        FoldedStudy.Simulated(
            "share by account",
            "accounts",
            ["**Wilson, accounts as clusters**", "Wilson, as if independent"],
            from sizes in new[] { ClusterSizes.Five, ClusterSizes.Uneven }
            from correlation in new[] { 0.1, 0.3 }
            from share in new[] { 0.5, 0.85, 0.95 }
            from accounts in Accounts
            select OfShare(accounts, sizes, correlation, share)
        );

    public static CoverageStudy NetScores { get; } =
        FoldedStudy.Simulated(
            "net score by account",
            "accounts",
            ["**Tango, accounts as clusters**", "Tango, as if independent"],
            from sizes in new[] { ClusterSizes.Five, ClusterSizes.Uneven }
            from correlation in new[] { 0.1, 0.3 }
            from name in new[] { "strong", "typical" }
            from accounts in Accounts
            select OfNetScore(accounts, sizes, correlation, name)
        );

    public static CoverageStudy Means { get; } =
        FoldedStudy.Simulated(
            "mean by account",
            "accounts",
            ["**t, accounts as clusters**", "t, as if independent"],
            from sizes in new[] { ClusterSizes.Five, ClusterSizes.Uneven }
            from correlation in new[] { 0.1, 0.3 }
            from accounts in Accounts
            select OfMean(accounts, sizes, correlation)
        );

    private static SimulatedSetting OfMean(int accounts, ClusterSizes sizes, double correlation) =>
        new(
            [$"{accounts}", sizes.Name, $"correlation {Label(correlation)}"],
            Samples,
            0,
            (random, limits) =>
            {
                List<double> values = [];
                List<int> clusters = [];
                for (int account = 0; account < accounts; account++)
                {
                    double own = Normal.Sample(random, 0, Math.Sqrt(correlation));
                    int answers = sizes.Draw(random);
                    for (int answer = 0; answer < answers; answer++)
                    {
                        values.Add(Normal.Sample(random, own, Math.Sqrt(1 - correlation)));
                        clusters.Add(account);
                    }
                }

                limits[0] = ClusteredMean.FromValues([.. values], [.. clusters]).Limits();
                limits[1] = Mean.FromValues([.. values]).Limits();
            }
        );

    private static SimulatedSetting OfShare(int accounts, ClusterSizes sizes, double correlation, double share) =>
        new(
            [$"{accounts}", sizes.Name, $"correlation {Label(correlation)}", $"share {Label(share)}"],
            Samples,
            share,
            (random, limits) =>
            {
                ShareCounts[] clusters = new ShareCounts[accounts];
                ShareCounts all = default;
                for (int account = 0; account < accounts; account++)
                {
                    int answers = sizes.Draw(random);
                    double own = Draws.ClusterShares(random, [share, 1 - share], correlation)[0];
                    long successes = Draws.Successes(random, answers, own);
                    clusters[account] = new ShareCounts(successes, answers);
                    all += new ShareCounts(successes, answers);
                }

                limits[0] = ClusteredShare.FromClusters(clusters).Limits();
                limits[1] = WilsonInterval.FromCounts(all.Successes, all.Trials);
            }
        );

    private static SimulatedSetting OfNetScore(int accounts, ClusterSizes sizes, double correlation, string name)
    {
        NetShares shares = NetDistributions.Find(name)!;
        return new SimulatedSetting(
            [$"{accounts}", sizes.Name, $"correlation {Label(correlation)}", NetDistributions.LabelOf(name)],
            Samples,
            shares.Score,
            (random, limits) =>
            {
                NetCounts[] clusters = new NetCounts[accounts];
                NetCounts all = default;
                for (int account = 0; account < accounts; account++)
                {
                    double[] own = Draws.ClusterShares(random, shares.ToArray(), correlation);
                    long[] counts = Draws.Counts(random, sizes.Draw(random), own);
                    clusters[account] = new NetCounts(counts[0], counts[1], counts[2]);
                    all += clusters[account];
                }

                limits[0] = ClusteredNetScore.FromClusters(clusters).Limits();
                limits[1] = TangoScoreInterval.FromCounts(all);
            }
        );
    }

    private static string Label(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.0#}");

    /// <summary>How many answers an account gives.</summary>
    private sealed record ClusterSizes(string Name, Func<Random, int> Draw)
    {
        public static ClusterSizes Five { get; } = new("5 answers of each", _ => 5);

        public static ClusterSizes Uneven { get; } =
            new("1 and more answers of each, mean 5", random => Geometric.Sample(random, 0.2));
    }
}
