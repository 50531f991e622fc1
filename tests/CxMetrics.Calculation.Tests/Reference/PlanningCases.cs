using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Planning;

namespace CxMetrics.Calculation.Tests.Reference;

public static class PlanningCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["means/proportion_sample_size"] = ShareMargin,
            ["nps/nps_finite_population_and_sample_size"] = FinitePopulationAndMargin,
            ["nps/nps_two_sample_sample_size"] = NetScoreChange,
        };

    public static ReferenceAnswers ShareMargin(ReferenceInputs inputs)
    {
        AnswerVariance variance = AnswerVariance.OfShare(inputs.Number("proportion"));
        double margin = inputs.Number("margin");
        double level = inputs.Level;
        RequiredAnswers needed = SampleSize.ForMargin(variance, margin, level);
        RequiredAnswers? ofPopulation = Population(inputs) is { } population
            ? SampleSize.ForMargin(variance, margin, level, population)
            : null;
        return new ReferenceAnswers
        {
            ["n_exact"] = needed.Exact,
            ["n"] = needed.Answers,
            ["n_fpc_exact"] = ofPopulation?.Exact,
            ["n_fpc"] = ofPopulation?.Answers,
        };
    }

    public static ReferenceAnswers FinitePopulationAndMargin(ReferenceInputs inputs)
    {
        NetCounts counts = new(inputs.Count("detractors"), inputs.Count("passives"), inputs.Count("promoters"));
        long population = inputs.Count("population");
        double margin = inputs.Number("target_margin");
        double level = inputs.Level;
        long n = counts.Total;
        Estimate plain = NetScore.FromCounts(counts, level);
        Estimate corrected = NetScore.FromFinitePopulation(counts, population, level);
        double oneMinusFraction = FinitePopulation.FactorOneMinusFraction(n, population);
        AnswerVariance variance = AnswerVariance.OfNetScore(counts);
        RequiredAnswers needed = SampleSize.ForMargin(variance, margin, level);
        RequiredAnswers ofPopulation = SampleSize.ForMargin(variance, margin, level, population);
        RequiredAnswers worst = SampleSize.ForMargin(AnswerVariance.WorstCaseNetScore, margin, level);
        IntervalLimits wald = WaldInterval.FromStandardError(
            corrected.Value!.Value,
            corrected.StandardError!.Value,
            level
        );
        return new ReferenceAnswers
        {
            ["estimate"] = corrected.Value,
            ["variance"] = variance.Value,
            ["fpc_factor"] = FinitePopulation.Factor(n, population),
            ["standard_error_fpc"] = corrected.StandardError,
            ["fpc_factor_one_minus_f"] = oneMinusFraction,
            ["standard_error_one_minus_f"] =
                n > 1 ? plain.StandardError * Math.Sqrt(n / (n - 1.0)) * oneMinusFraction : null,
            ["margin_of_error_fpc"] = WaldInterval.FromStandardError(0, corrected.StandardError.Value, level).Upper,
            ["wald_fpc_unclipped"] = wald,
            ["n_for_margin_exact"] = needed.Exact,
            ["n_for_margin"] = needed.Answers,
            ["n_for_margin_fpc_exact"] = ofPopulation.Exact,
            ["n_for_margin_fpc"] = ofPopulation.Answers,
            ["n_for_margin_worst_case"] = worst.Answers,
            ["n_for_margin_worst_case_exact"] = worst.Exact,
        };
    }

    public static ReferenceAnswers NetScoreChange(ReferenceInputs inputs)
    {
        NetCounts a = NetPromoterCases.Counts(inputs.Element("assumed_counts_a"));
        NetCounts b = NetPromoterCases.Counts(inputs.Element("assumed_counts_b"));
        AnswerVariance varianceA = AnswerVariance.OfNetScore(a);
        AnswerVariance varianceB = AnswerVariance.OfNetScore(b);
        double difference = NetScoreDifference.FromCounts(b, a).Value!.Value;
        double level = inputs.Level;
        double power = inputs.Number("power");
        RequiredAnswers? needed =
            Math.Abs(difference) > 0 ? SampleSize.ForChange(varianceA, varianceB, difference, level, power) : null;
        return new ReferenceAnswers
        {
            ["variance_a"] = varianceA.Value,
            ["variance_b"] = varianceB.Value,
            ["difference"] = difference,
            ["n_per_group_exact"] = needed?.Exact,
            ["n_per_group"] = needed?.Answers,
        };
    }

    private static long? Population(ReferenceInputs inputs)
    {
        const string Name = "population";
        if (inputs.Has(Name))
        {
            return inputs.Count(Name);
        }

        inputs.Pass(Name);
        return null;
    }
}
