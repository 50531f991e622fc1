using CxMetrics.Calculation;

namespace CxMetrics.Api.Results;

/// <summary>The counts that values were made from, by the names they have at this edge.</summary>
internal static class Breakdowns
{
    /// <summary>Of values that are not made from counts.</summary>
    public static IReadOnlyDictionary<string, long> None { get; } =
        new Dictionary<string, long>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, long> Of(NetPromoterBands bands) =>
        Of(("detractors", bands.Detractors), ("passives", bands.Passives), ("promoters", bands.Promoters));

    public static IReadOnlyDictionary<string, long> Of(NetEaseBands bands) =>
        Of(("easy", bands.Easy), ("neutral", bands.Neutral), ("difficult", bands.Difficult));

    public static IReadOnlyDictionary<string, long> Satisfied(long satisfied, long total) =>
        Of(("satisfied", satisfied), ("notSatisfied", total - satisfied));

    public static IReadOnlyDictionary<string, long> Agreeing(long agreeing, long total) =>
        Of(("agreeing", agreeing), ("notAgreeing", total - agreeing));

    public static IReadOnlyDictionary<string, long> Successes(long successes, long trials) =>
        Of(("successes", successes), ("failures", trials - successes));

    public static IReadOnlyDictionary<string, long> Retained(long retained, long total) =>
        Of(("retained", retained), ("lost", total - retained));

    /// <summary>The answers per point of the scale.</summary>
    public static IReadOnlyDictionary<string, long> OfScores(RatingDistribution distribution)
    {
        var counts = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        for (int score = distribution.Scale.Minimum; score <= distribution.Scale.Maximum; score++)
        {
            counts.Add(score.ToString(CultureInfo.InvariantCulture), distribution[score]);
        }

        return counts;
    }

    private static OrderedDictionary<string, long> Of(params ReadOnlySpan<(string Name, long Count)> counts)
    {
        var breakdown = new OrderedDictionary<string, long>(counts.Length, StringComparer.Ordinal);
        foreach ((string name, long count) in counts)
        {
            breakdown.Add(name, count);
        }

        return breakdown;
    }
}
