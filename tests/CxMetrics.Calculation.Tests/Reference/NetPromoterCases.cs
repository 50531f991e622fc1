using System.Text.Json;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests.Reference;

public static class NetPromoterCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["nps/nps_one_sample"] = OneSample,
            ["nps/nps_from_histogram"] = Histogram,
            ["nps/nps_two_sample"] = TwoSamples,
            ["nps/nps_weighted"] = Weighted,
            ["nps/nps_clustered"] = Clustered,
        };

    public static ReferenceAnswers OneSample(ReferenceInputs inputs)
    {
        NetPromoterBands bands = new(inputs.Count("detractors"), inputs.Count("passives"), inputs.Count("promoters"));
        NetCounts counts = bands.ToNetCounts();
        double level = inputs.Level;
        Estimate score = NetScore.FromCounts(counts, level);
        IntervalLimits? wald = Wald(counts, level);
        double? margin = score.StandardError is { } error
            ? WaldInterval.FromStandardError(0, error, level).Upper
            : null;
        return new ReferenceAnswers
        {
            ["n"] = score.SampleSize,
            ["estimate"] = score.Value,
            ["estimate_points"] = NetPromoterScore.FromBands(bands, level).Value,
            ["variance"] = score.StandardError * score.StandardError * score.SampleSize,
            ["standard_error"] = score.StandardError,
            ["wald_unclipped"] = wald,
            ["wald"] = wald?.ClippedTo(-1, 1),
            ["margin_of_error"] = margin,
            ["margin_of_error_points"] = 100 * margin,
            ["p_value_nps_equals_zero"] = score is { Value: { } value, StandardError: { } ofTest }
                ? ZTest.TwoSidedPValue(value, ofTest)
                : null,
            ["aw_rocks"] = AdjustedWald(counts, PseudoCounts.Rocks, level),
            ["aw_agresti_min"] = AdjustedWald(counts, PseudoCounts.AgrestiMin, level),
            ["aw_bonett_price"] = AdjustedWald(counts, PseudoCounts.BonettPrice, level),
            ["aw_uniform3"] = AdjustedWald(counts, PseudoCounts.Uniform, level),
            ["aw_add4"] = AdjustedWald(counts, PseudoCounts.AddFour, level),
            ["tango_score"] = InNaturalUnits(NetPromoterScore.FromBands(bands, level)),
            ["t_interval"] = StudentT(counts, level),
        };
    }

    public static ReferenceAnswers Histogram(ReferenceInputs inputs)
    {
        RatingDistribution answers = new(RatingScale.NetPromoter, inputs.Counts("counts_0_to_10"));
        double level = inputs.Level;
        NetPromoterBands bands = NetPromoterBands.FromDistribution(answers);
        Estimate score = NetPromoterScore.FromDistribution(answers, level);
        return new ReferenceAnswers
        {
            ["n"] = score.SampleSize,
            ["detractors"] = bands.Detractors,
            ["passives"] = bands.Passives,
            ["promoters"] = bands.Promoters,
            ["estimate"] = score.Value / 100,
            ["estimate_points"] = score.Value,
            ["standard_error"] = score.StandardError / 100,
            ["wald"] = Wald(bands.ToNetCounts(), level)?.ClippedTo(-1, 1),
            ["aw_rocks"] = AdjustedWaldInterval.FromCounts(bands.ToNetCounts(), PseudoCounts.Rocks, level),
            ["tango_score"] = InNaturalUnits(score),
            ["mean_rating"] = answers.Mean,
            ["sd_rating"] = answers.StandardDeviation,
        };
    }

    // The reference subtracts b from a, the library the first from the second.
    public static ReferenceAnswers TwoSamples(ReferenceInputs inputs)
    {
        NetCounts second = Counts(inputs.Element("a"));
        NetCounts first = Counts(inputs.Element("b"));
        double level = inputs.Level;
        return new ReferenceAnswers
        {
            ["estimate_a"] = NetScore.FromCounts(second, level).Value,
            ["estimate_b"] = NetScore.FromCounts(first, level).Value,
            ["wald"] = Difference(WaldDifference.OfNetScores(first, second), level),
            ["adjusted_wald_rocks"] = Difference(WaldDifference.OfNetScores(first, second, PseudoCounts.Rocks), level),
            ["mover_tango"] = NetScoreDifference.FromCounts(first, second, level).Interval,
        };
    }

    public static ReferenceAnswers Weighted(ReferenceInputs inputs)
    {
        int[] scores = [.. inputs.Counts("scores").Select(score => (int)score)];
        double[] weights = inputs.Numbers("weights");
        double level = inputs.Level;
        int[] codes =
        [
            .. scores.Select(score =>
                score > 8 ? 1
                : score > 6 ? 0
                : -1
            ),
        ];
        Estimate kish = WeightedNetScore.FromCodes(codes, weights, level);
        Estimate linearized = NetPromoterScore.FromWeightedScores(scores, weights, level, WeightingVariance.Linearized);
        double? linearizedError = linearized.StandardError / 100;
        return new ReferenceAnswers
        {
            ["estimate"] = linearized.Value / 100,
            ["kish_effective_n"] = kish.EffectiveSampleSize,
            ["design_effect"] = kish.SampleSize / kish.EffectiveSampleSize,
            ["variance"] = kish.StandardError * kish.StandardError * kish.EffectiveSampleSize,
            ["standard_error_kish"] = kish.StandardError,
            ["standard_error_linearized"] = linearizedError,
            ["wald_kish_unclipped"] = WaldInterval.FromStandardError(
                kish.Value!.Value,
                kish.StandardError!.Value,
                level
            ),
            ["wald_linearized_unclipped"] = linearizedError is { } error
                ? WaldInterval.FromStandardError(kish.Value.Value, error, level)
                : null,
        };
    }

    public static ReferenceAnswers Clustered(ReferenceInputs inputs)
    {
        long[] accounts = inputs.Counts("account");
        long[] scores = inputs.Counts("scores");
        double level = inputs.Level;
        NetPromoterBands[] clusters =
        [
            .. accounts
                .Zip(scores)
                .GroupBy(pair => pair.First, pair => (int)pair.Second)
                .Select(group => RatingDistribution.FromScores(RatingScale.NetPromoter, [.. group]))
                .Select(NetPromoterBands.FromDistribution),
        ];
        Estimate score = NetPromoterScore.FromAccounts(clusters, level);

        // Clusters without spread have no design effect; the library then counts the clusters, the reference says nothing.
        bool hasDesignEffect = score.StandardError > 0;
        return new ReferenceAnswers
        {
            ["n"] = score.SampleSize,
            ["clusters"] = clusters.Length,
            ["estimate"] = score.Value / 100,
            ["standard_error_clustered"] = score.StandardError / 100,
            ["design_effect"] = hasDesignEffect ? score.SampleSize / score.EffectiveSampleSize : null,
            ["effective_n"] = hasDesignEffect ? score.EffectiveSampleSize : null,
            ["wald_unclipped"] = score.StandardError is { } error
                ? WaldInterval.FromStandardError(score.Value!.Value / 100, error / 100, level)
                : null,
            ["tango_effective_n"] = hasDesignEffect ? InNaturalUnits(score) : null,
        };
    }

    public static NetCounts Counts(JsonElement bands) =>
        new(
            bands.GetProperty("detractors").GetInt64(),
            bands.GetProperty("passives").GetInt64(),
            bands.GetProperty("promoters").GetInt64()
        );

    private static ReferenceAnswers Difference(WaldDifference difference, double level) =>
        new()
        {
            ["difference"] = difference.Value,
            ["standard_error"] = difference.StandardError,
            ["z"] = difference.ZScore,
            ["p_value"] = difference.PValue,
            ["interval_unclipped"] = difference.Limits(level),
            ["interval"] = difference.Limits(level).ClippedTo(-2, 2),
        };

    private static ReferenceAnswers AdjustedWald(NetCounts counts, PseudoCounts pseudoCounts, double level) =>
        new()
        {
            ["center"] = AdjustedWaldInterval.Center(counts, pseudoCounts),
            ["standard_error"] = AdjustedWaldInterval.StandardError(counts, pseudoCounts),
            ["interval_unclipped"] = AdjustedWaldInterval.Unclipped(counts, pseudoCounts, level),
            ["interval"] = AdjustedWaldInterval.FromCounts(counts, pseudoCounts, level),
        };

    // t on the codes -1, 0, 1 is t on a scale of three points.
    private static ReferenceAnswers? StudentT(NetCounts counts, double level)
    {
        RatingScale scale = new(-1, 1, ScaleDirection.HigherIsBetter);
        RatingDistribution codes = new(scale, [counts.Negative, counts.Neutral, counts.Positive]);
        return RatingCases.StudentT(codes, level) is not { } limits
            ? null
            : new ReferenceAnswers
            {
                ["standard_error"] = MeanRating.FromDistribution(codes, level).StandardError,
                ["df"] = codes.Total - 1,
                ["interval_unclipped"] = limits,
                ["interval"] = limits.ClippedTo(-1, 1),
            };
    }

    private static IntervalLimits? Wald(NetCounts counts, double level) =>
        counts.Total > 0 ? WaldInterval.FromCounts(counts, level) : null;

    private static IntervalLimits? InNaturalUnits(Estimate points) =>
        points.Interval is { } interval ? new IntervalLimits(interval.Lower / 100, interval.Upper / 100) : null;
}
