using System.Text.Json;
using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Reference;

public static class DriverCases
{
    private const string Intercept = "(Intercept)";

    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["drivers/correlation"] = Correlations,
            ["drivers/key_driver_regression"] = Regression,
            ["drivers/cronbach_alpha"] = Alpha,
        };

    public static ReferenceAnswers Correlations(ReferenceInputs inputs)
    {
        double[] x = inputs.Numbers("x");
        double[] y = inputs.Numbers("y");
        double level = LevelOf(inputs);
        inputs.Pass("dataset");
        Correlation pearson = PearsonCorrelation.FromPairs(x, y, level);
        Correlation spearman = SpearmanCorrelation.FromPairs(x, y, level);
        Correlation kendall = KendallCorrelation.FromPairs(x, y, level);
        return new ReferenceAnswers
        {
            ["n"] = pearson.Coefficient.SampleSize,
            ["pearson"] = pearson.Coefficient.Value,
            ["pearson_t"] = pearson.Statistic,
            ["pearson_p"] = pearson.PValue,
            ["pearson_fisher_z"] = LimitsOf(pearson.Coefficient, CorrelationInterval.Fisher, level),
            ["spearman"] = spearman.Coefficient.Value,
            ["spearman_p_t_approximation"] = spearman.PValue,
            ["spearman_p_exact"] = spearman.ExactPValue,
            ["spearman_bonett_wright"] = LimitsOf(spearman.Coefficient, CorrelationInterval.BonettWright, level),
            ["kendall_tau_b"] = kendall.Coefficient.Value,
            ["kendall_p_normal"] = kendall.PValue,
        };
    }

    public static ReferenceAnswers Regression(ReferenceInputs inputs)
    {
        inputs.Pass("dataset");
        inputs.Pass("level");
        DriverTable table = DriverTable.FromColumns(inputs.Numbers("outcome"), Columns(inputs.Element("predictors")));
        KeyDriverAnalysis weights = KeyDrivers.FromTable(table, resamples: 0).Model!;
        KeyDriverAnalysis shapley = KeyDrivers.FromTable(table, resamples: 0, method: ImportanceMethod.Shapley).Model!;
        return new ReferenceAnswers
        {
            ["n"] = weights.SampleSize,
            ["r_squared"] = weights.RSquared.Value,
            ["adjusted_r_squared"] = weights.AdjustedRSquared,
            ["coefficients"] = Coefficients(weights, item => item.Estimate.Value),
            ["coefficient_standard_errors"] = Coefficients(weights, item => item.Estimate.StandardError),
            ["t_values"] = Coefficients(weights, item => item.StudentT),
            ["p_values"] = Coefficients(weights, item => item.PValue),
            ["standardized_beta"] = ByDriver(weights, driver => driver.StandardizedCoefficient),
            ["correlation_with_outcome"] = ByDriver(weights, driver => driver.Correlation.Coefficient.Value),
            ["vif"] = ByDriver(weights, driver => driver.VarianceInflation),
            ["shapley_lmg"] = ByDriver(shapley, driver => driver.Importance.Value),
            ["shapley_lmg_share"] = ByDriver(shapley, driver => driver.Share.Value),
            ["johnson_relative_weights"] = ByDriver(weights, driver => driver.Importance.Value),
            ["johnson_relative_weights_share"] = ByDriver(weights, driver => driver.Share.Value),
            ["pratt"] = ByDriver(weights, driver => driver.Pratt),
            ["first"] = ByDriver(weights, driver => driver.First),
            ["last"] = ByDriver(weights, driver => driver.Last),
        };
    }

    public static ReferenceAnswers Alpha(ReferenceInputs inputs)
    {
        inputs.Pass("dataset");
        double level = LevelOf(inputs);
        List<NamedColumn> items = Columns(inputs.Element("items"));
        Reliability reliability = CronbachAlpha.FromItems(items, level);
        ReferenceAnswers ifDropped = [];
        foreach (ItemReliability item in reliability.Items)
        {
            ifDropped[item.Name] = item.AlphaIfDropped;
        }

        return new ReferenceAnswers
        {
            ["n"] = reliability.Alpha.SampleSize,
            ["items"] = items.Count,
            ["alpha"] = reliability.Alpha.Value,
            ["standardized_alpha"] = reliability.StandardizedAlpha,
            ["alpha_if_dropped"] = ifDropped,
            ["feldt_95"] = reliability.Alpha.Value is { } alpha
                ? FeldtInterval.FromAlpha(alpha, items.Count, reliability.Alpha.SampleSize, level)
                : null,
        };
    }

    private static double LevelOf(ReferenceInputs inputs) =>
        inputs.Has("level") ? inputs.Level : ConfidenceLevel.Default;

    // A coefficient of ±1 has no interval in the library; the formula, which the reference has, gives limits of no width.
    private static IntervalLimits? LimitsOf(
        Estimate coefficient,
        Func<double, long, double, IntervalLimits?> formula,
        double level
    ) =>
        coefficient.Interval is { } interval ? new IntervalLimits(interval.Lower, interval.Upper)
        : coefficient.Value is { } value ? formula(value, coefficient.SampleSize, level)
        : null;

    private static List<NamedColumn> Columns(JsonElement columns) =>
        [
            .. columns
                .EnumerateObject()
                .Select(column => new NamedColumn(
                    column.Name,
                    column.Value.EnumerateArray().Select(item => item.GetDouble()).ToArray()
                )),
        ];

    private static ReferenceAnswers Coefficients(
        KeyDriverAnalysis analysis,
        Func<RegressionCoefficient, double?> number
    )
    {
        ReferenceAnswers answers = ByDriver(analysis, driver => number(driver.Coefficient));
        answers[Intercept] = number(analysis.Intercept);
        return answers;
    }

    private static ReferenceAnswers ByDriver(KeyDriverAnalysis analysis, Func<KeyDriver, double?> number)
    {
        ReferenceAnswers answers = [];
        foreach (KeyDriver driver in analysis.Drivers)
        {
            answers[driver.Name] = number(driver);
        }

        return answers;
    }
}
