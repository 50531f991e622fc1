namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>Nothing in coverage.json is left out silently: every section and every key is known to the studies.</summary>
public sealed class CoverageFileTests
{
    private static readonly string[] About = ["topic", "schema_version", "nominal_level", "source", "nrr_scenarios"];

    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.Ordinal)
    {
        ["nps_one_sample"] =
        [
            .. new[] { "n", "distribution", "level" },
            .. Studies.NetScoreCandidates.All.Select(item => item.Key),
        ],
        ["nps_two_sample"] = ["n_each", "a", "b", "wald", "adjusted_wald_rocks", "mover_tango"],
        ["proportion"] = ["n", "wald", "wilson", "wilson_cc", "agresti_coull", "jeffreys", "clopper_pearson"],
        ["mean_of_1_to_5_ratings"] =
        [
            .. new[]
            {
                "n",
                "distribution",
                "t",
                "t_plus_one_answer_at_each_end",
                "adjusted_wald_two_spread_over_scale",
            },
            .. new[] { "percentile", "bca", "bootstrap_t" },
        ],
        ["nrr_grr"] =
        [
            .. new[] { "scenario", "n", "metric", "truth", "replicates", "bootstrap_replicates" },
            .. new[] { "fieller_t", "jackknife_t", "delta_t", "delta_z", "log_delta_t", "wilson_kish" },
            .. new[] { "percentile_bootstrap", "bca_bootstrap", "bootstrap_t", NotReproduced },
        ],
        ["clv_simple"] =
        [
            .. new[] { "arpu", "arpu_se", "margin", "margin_se", "churn", "customers", "replicates" },
            .. new[] { "zero_churn_samples_dropped", "monte_carlo_sd", "delta_method_sd" },
            .. new[] { "coverage_delta_plain", "coverage_delta_log", "coverage_log_mover_wilson" },
        ],
    };

    // The library has no such interval for net retention, and the file does not give its formula.
    private const string NotReproduced = "mover_wilson_kish";

    [Test]
    public void Sections_OfTheFile_AreThoseOfTheStudies() =>
        CoverageFile
            .Root.EnumerateObject()
            .Select(item => item.Name)
            .Should()
            .BeEquivalentTo([.. About, .. Sections.Keys]);

    [Test]
    public void Scenarios_OfTheFile_AreThoseOfTheStudies() =>
        CoverageFile
            .Root.GetProperty("nrr_scenarios")
            .EnumerateObject()
            .Select(item => item.Name)
            .Should()
            .BeEquivalentTo(Studies.RevenueScenario.All.Select(item => item.Name));

    [TestCaseSource(nameof(SectionNames))]
    public void Keys_OfASection_AreThoseOfTheStudies(string section) =>
        CoverageFile
            .Rows(section)
            .SelectMany(row => row.EnumerateObject())
            .Select(item => item.Name)
            .Distinct(StringComparer.Ordinal)
            .Should()
            .BeEquivalentTo(Sections[section]);

    public static IEnumerable<string> SectionNames() => Sections.Keys;
}
