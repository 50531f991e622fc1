using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Reference;

public static class NetPromoterCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["nps/nps_one_sample"] = OneSample,
            ["nps/nps_from_histogram"] = Histogram,
        };

    public static ReferenceAnswers OneSample(ReferenceInputs inputs)
    {
        NetPromoterBands bands = new(inputs.Count("detractors"), inputs.Count("passives"), inputs.Count("promoters"));
        NetCounts counts = bands.ToNetCounts();
        double level = inputs.Level;
        Estimate score = NetScore.FromCounts(counts, level);
        IntervalLimits wald = WaldInterval.FromCounts(counts, level);
        double margin = WaldInterval.FromStandardError(0, score.StandardError!.Value, level).Upper;
        return new ReferenceAnswers
        {
            ["n"] = score.SampleSize,
            ["estimate"] = score.Value,
            ["estimate_points"] = NetPromoterScore.FromBands(bands, level).Value,
            ["variance"] = score.StandardError * score.StandardError * score.SampleSize,
            ["standard_error"] = score.StandardError,
            ["wald_unclipped"] = wald,
            ["wald"] = wald.ClippedTo(-1, 1),
            ["margin_of_error"] = margin,
            ["margin_of_error_points"] = 100 * margin,
            ["p_value_nps_equals_zero"] = ZTest.TwoSidedPValue(score.Value!.Value, score.StandardError.Value),
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
            ["wald"] = WaldInterval.FromCounts(bands.ToNetCounts(), level).ClippedTo(-1, 1),
            ["aw_rocks"] = AdjustedWaldInterval.FromCounts(bands.ToNetCounts(), PseudoCounts.Rocks, level),
            ["tango_score"] = InNaturalUnits(score),
            ["mean_rating"] = answers.Mean,
            ["sd_rating"] = answers.StandardDeviation,
        };
    }

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

    private static IntervalLimits InNaturalUnits(Estimate points) =>
        new(points.Interval!.Value.Lower / 100, points.Interval.Value.Upper / 100);
}
