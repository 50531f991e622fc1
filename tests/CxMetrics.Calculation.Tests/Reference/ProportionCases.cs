using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Reference;

public static class ProportionCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["proportion_intervals/proportion_interval"] = Interval,
            ["metrics/first_contact_resolution"] = FirstContactResolution,
            ["metrics/clustered_share"] = Clustered,
        };

    public static ReferenceAnswers Interval(ReferenceInputs inputs)
    {
        long x = inputs.Count("x");
        long n = inputs.Count("n");
        double level = inputs.Level;
        Estimate estimate = Proportion.FromCounts(x, n, level);
        IntervalLimits wald = WaldInterval.FromCounts(x, n, level);
        return new ReferenceAnswers
        {
            ["estimate"] = estimate.Value,
            ["standard_error"] = estimate.StandardError,
            ["wald_unclipped"] = wald,
            ["wald"] = wald.ClippedTo(0, 1),
            ["wilson"] = estimate.Interval,
            ["wilson_cc"] = WilsonContinuityCorrectedInterval.FromCounts(x, n, level),
            ["agresti_coull_unclipped"] = AgrestiCoullInterval.Unclipped(x, n, level),
            ["agresti_coull"] = Proportion.FromCounts(x, n, level, ShareIntervalMethod.AgrestiCoull).Interval,
            ["jeffreys_equal_tailed"] = JeffreysInterval.EqualTailed(x, n, level),
            ["jeffreys"] = JeffreysInterval.FromCounts(x, n, level),
            ["clopper_pearson"] = Proportion.FromCounts(x, n, level, ShareIntervalMethod.ClopperPearson).Interval,
        };
    }

    public static ReferenceAnswers FirstContactResolution(ReferenceInputs inputs)
    {
        Estimate estimate = Proportion.FromCounts(
            inputs.Count("resolved_first_contact"),
            inputs.Count("eligible_contacts"),
            inputs.Level
        );
        return new ReferenceAnswers { ["rate"] = estimate.Value, ["wilson"] = estimate.Interval };
    }

    public static ReferenceAnswers Clustered(ReferenceInputs inputs)
    {
        long[] accounts = inputs.Counts("account");
        long[] satisfied = inputs.Counts("satisfied");
        ClusterCounts[] clusters =
        [
            .. accounts
                .Zip(satisfied)
                .GroupBy(pair => pair.First, pair => pair.Second)
                .Select(group => new ClusterCounts(group.Sum(), group.LongCount())),
        ];
        Estimate estimate = ClusteredShare.FromClusters(clusters, inputs.Level);
        return new ReferenceAnswers
        {
            ["n"] = estimate.SampleSize,
            ["clusters"] = clusters.Length,
            ["estimate"] = estimate.Value,
            ["standard_error_clustered"] = estimate.StandardError,
            ["design_effect"] = estimate.SampleSize / estimate.EffectiveSampleSize,
            ["effective_n"] = estimate.EffectiveSampleSize,
            ["wilson_effective_n"] = estimate.Interval,
        };
    }
}
