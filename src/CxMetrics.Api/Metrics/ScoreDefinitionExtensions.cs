using CxMetrics.Calculation;

namespace CxMetrics.Api.Metrics;

/// <summary>What definitions share: units of this edge and method names.</summary>
internal static class ScoreDefinitionExtensions
{
    /// <summary>Shares are 0 to 1 inside and percent at the edge.</summary>
    public static Estimate ToPercent(this Estimate estimate) => TimesHundred(estimate);

    /// <summary>Net shares are -1 to 1 inside and points at the edge, as the Net Promoter Score is.</summary>
    public static Estimate ToPoints(this Estimate estimate) => TimesHundred(estimate);

    /// <summary>The answers per point of the scale, as a breakdown.</summary>
    public static IReadOnlyDictionary<string, long> CountsByScore(this RatingDistribution distribution)
    {
        var counts = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        for (int score = distribution.Scale.Minimum; score <= distribution.Scale.Maximum; score++)
        {
            counts.Add(score.ToString(CultureInfo.InvariantCulture), distribution[score]);
        }

        return counts;
    }

    private static Estimate TimesHundred(Estimate estimate) =>
        estimate with
        {
            Value = estimate.Value * 100,
            StandardError = estimate.StandardError * 100,
            Interval = estimate.Interval is { } interval
                ? interval with
                {
                    Lower = interval.Lower * 100,
                    Upper = interval.Upper * 100,
                }
                : null,
        };
}
