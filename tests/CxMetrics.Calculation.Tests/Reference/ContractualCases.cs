using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Reference;

public static class ContractualCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["clv/shifted_beta_geometric_fit"] = Fit,
        };

    public static ReferenceAnswers Fit(ReferenceInputs inputs)
    {
        FitOutcome<ShiftedBetaGeometric> outcome = ShiftedBetaGeometric.FromSurvivors(
            inputs.Counts("customers_surviving")
        );
        double discount = inputs.Number("annual_discount");
        ShiftedBetaGeometric? model = outcome.Model;
        return new ReferenceAnswers
        {
            ["params"] = model is null ? null : new ReferenceAnswers { ["alpha"] = model.Alpha, ["beta"] = model.Beta },
            ["log_likelihood"] = model?.LogLikelihood,
            ["standard_errors"] = model is null
                ? null
                : new ReferenceAnswers { ["alpha"] = model.AlphaStandardError, ["beta"] = model.BetaStandardError },
            ["retention_rate_1_to_12"] = model is null ? null : ByPeriod(period => model.RetentionRate(period)),
            ["survival_1_to_12"] = model is null ? null : ByPeriod(period => model.Survival(period)),
            ["discounted_expected_lifetime"] = model?.DiscountedExpectedLifetime(discount).Value,
        };
    }

    private static double?[] ByPeriod(Func<int, Estimate> estimate) =>
        [.. Enumerable.Range(1, 12).Select(period => estimate(period).Value)];
}
