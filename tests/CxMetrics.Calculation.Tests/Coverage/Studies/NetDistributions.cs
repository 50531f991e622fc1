using System.Globalization;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The distributions of answers that the studies of net scores go through.</summary>
public static class NetDistributions
{
    private static readonly (string Name, NetShares Shares)[] Named =
    [
        ("strong", new(0.05, 0.15, 0.80)),
        ("typical", new(0.20, 0.30, 0.50)),
        ("polarised", new(0.45, 0.10, 0.45)),
        ("weak", new(0.55, 0.30, 0.15)),
        ("mostly passive", new(0.05, 0.85, 0.10)),
    ];

    /// <summary>The shares of the distribution whose description begins with a known name; null for the simplex.</summary>
    public static NetShares? Find(string description) =>
        Named.FirstOrDefault(item => Begins(description, item.Name)).Shares;

    /// <summary>The name with the shares of detractors, passives and promoters.</summary>
    public static string LabelOf(string description)
    {
        (string name, NetShares shares) = Named.First(item => Begins(description, item.Name));
        string[] parts = [.. shares.ToArray().Select(share => share.ToString(".00", CultureInfo.InvariantCulture))];
        return $"{name} {string.Join('/', parts)}";
    }

    private static bool Begins(string description, string name) =>
        description.StartsWith(name, StringComparison.Ordinal);
}
