using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Hypotheses;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>The reference subtracts the second sample from the first, the library the first from the second.</summary>
public static class TwoSampleCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["two_sample/two_proportions"] = TwoProportions,
            ["two_sample/p_adjust"] = AdjustPValues,
        };

    public static ReferenceAnswers TwoProportions(ReferenceInputs inputs)
    {
        ShareCounts second = new(inputs.Count("x1"), inputs.Count("n1"));
        ShareCounts first = new(inputs.Count("x2"), inputs.Count("n2"));
        double level = inputs.Level;
        DifferenceEstimate difference = ShareDifference.FromCounts(first, second, level);
        return new ReferenceAnswers
        {
            ["difference"] = difference.Value,
            ["standard_error_unpooled"] = difference.StandardError,
            ["wald_unclipped"] = WaldDifference.OfShares(first, second).Limits(level),
            ["newcombe_hybrid_score"] = difference.Interval,
            ["agresti_caffo_unclipped"] = AgrestiCaffoInterval.Unclipped(first, second, level),
            ["agresti_caffo"] = AgrestiCaffoInterval.FromCounts(first, second, level),
            ["miettinen_nurminen"] = ShareDifference
                .FromCounts(first, second, level, ShareDifferenceMethod.MiettinenNurminen)
                .Interval,
            ["z_pooled"] = PooledZTest.Statistic(first, second),
            ["p_value_z_pooled"] = PooledZTest.TwoSidedPValue(first, second),
            ["p_value_yates"] = YatesChiSquareTest.TwoSidedPValue(first, second),
            ["p_value_fisher"] = new IfEvaluated(FisherExactTest.TwoSidedPValue(first, second)),
            ["risk_ratio"] = RiskRatio.FromCounts(first, second, level).Value,
            ["risk_ratio_katz_log"] = KatzLogInterval.FromCounts(first, second, level),
        };
    }

    public static ReferenceAnswers AdjustPValues(ReferenceInputs inputs)
    {
        double[] pValues = inputs.Numbers("p");
        return new ReferenceAnswers
        {
            ["bonferroni"] = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Bonferroni),
            ["holm"] = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Holm),
            ["hochberg"] = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Hochberg),
            ["benjamini_hochberg"] = PValueAdjustment.Adjust(pValues),
            ["benjamini_yekutieli"] = PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.BenjaminiYekutieli),
        };
    }
}
