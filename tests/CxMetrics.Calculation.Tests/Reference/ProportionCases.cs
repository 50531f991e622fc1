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
        return new ReferenceAnswers
        {
            ["estimate"] = estimate.Value,
            ["standard_error"] = estimate.StandardError,
            ["wald_unclipped"] = OfTrials(WaldInterval.FromCounts),
            ["wald"] = OfTrials(WaldInterval.FromCounts)?.ClippedTo(0, 1),
            ["wilson"] = estimate.Interval,
            ["wilson_cc"] = OfTrials(WilsonContinuityCorrectedInterval.FromCounts),
            ["agresti_coull_unclipped"] = OfTrials(AgrestiCoullInterval.Unclipped),
            ["agresti_coull"] = Proportion.FromCounts(x, n, level, ShareIntervalMethod.AgrestiCoull).Interval,
            ["jeffreys_equal_tailed"] = OfTrials(JeffreysInterval.EqualTailed),
            ["jeffreys"] = OfTrials(JeffreysInterval.FromCounts),
            ["clopper_pearson"] = Proportion.FromCounts(x, n, level, ShareIntervalMethod.ClopperPearson).Interval,
        };

        IntervalLimits? OfTrials(Func<long, long, double, IntervalLimits> formula) =>
            n > 0 ? formula(x, n, level) : null;
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
        ShareCounts[] clusters =
        [
            .. accounts
                .Zip(satisfied)
                .GroupBy(pair => pair.First, pair => pair.Second)
                .Select(group => new ShareCounts(group.Sum(), group.LongCount())),
        ];
        Estimate estimate = ClusteredShare.FromClusters(clusters, inputs.Level);

        // Clusters without spread have no design effect; the library then counts the clusters, the reference says nothing.
        bool hasDesignEffect = estimate.StandardError > 0;
        return new ReferenceAnswers
        {
            ["n"] = estimate.SampleSize,
            ["clusters"] = clusters.Length,
            ["estimate"] = estimate.Value,
            ["standard_error_clustered"] = estimate.StandardError,
            ["design_effect"] = hasDesignEffect ? estimate.SampleSize / estimate.EffectiveSampleSize : null,
            ["effective_n"] = hasDesignEffect ? estimate.EffectiveSampleSize : null,
            ["wilson_effective_n"] = hasDesignEffect ? estimate.Interval : null,
        };
    }
}
