using System.Globalization;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class SurvivalPageTests
{
    private static readonly IReadOnlyDictionary<string, Action<WorkedNumber>> Checks = new Dictionary<
        string,
        Action<WorkedNumber>
    >(StringComparer.Ordinal)
    {
        ["survival"] = Survival,
        ["median"] = Median,
        ["restricted-mean-difference"] = RestrictedMeanDifference,
        ["log-rank"] = LogRankTest,
        ["cumulative-incidence"] = Incidence,
    };

    private static readonly string Page = DocsFolder.PathOf("calculation", "survival.md");

    [TestCaseSource(nameof(Metrics))]
    public void WorkedNumber_OfThePage_IsWhatTheLibraryComputes(string metric)
    {
        WorkedNumber worked = WorkedNumber
            .ReadAll(Page)
            .Should()
            .ContainSingle(block => string.Equals(block["metric"], metric, StringComparison.Ordinal))
            .Which;
        Checks[metric](worked);
    }

    [Test]
    public void Page_Always_HasOneBlockPerCheck() =>
        WorkedNumber.ReadAll(Page).Select(block => block["metric"]).Should().BeEquivalentTo(Metrics());

    public static IEnumerable<string> Metrics() => Checks.Keys;

    private static void Survival(WorkedNumber worked)
    {
        EstimateAtTime point = Curve(worked["subjects"]).At(Number(worked["at"]), worked.Level);

        ShouldPrint(worked, point.Estimate.Value!.Value, point.Estimate.Interval!.Value);
        worked.Count("at-risk").Should().Be(point.AtRisk);
    }

    private static void Median(WorkedNumber worked)
    {
        SurvivalQuantile median = Curve(worked["subjects"]).Median(worked.Level);

        ShouldPrint(worked, median.Value!.Value, median.Interval!.Value);
    }

    private static void RestrictedMeanDifference(WorkedNumber worked)
    {
        DifferenceEstimate difference = RestrictedMean.Difference(
            Curve(worked["first"]),
            Curve(worked["second"]),
            Number(worked["horizon"]),
            worked.Level
        );

        ShouldPrint(worked, difference.Value!.Value, difference.Interval!.Value);
        ShouldPrint(worked, "p-value", difference.PValue!.Value);
    }

    private static void LogRankTest(WorkedNumber worked)
    {
        LogRankResult test = LogRank.FromCurves([Curve(worked["first"]), Curve(worked["second"])]);

        ShouldPrint(worked, "value", test.ChiSquare!.Value);
        ShouldPrint(worked, "p-value", test.PValue!.Value);
        worked.Count("degrees-of-freedom").Should().Be(test.DegreesOfFreedom);
    }

    private static void Incidence(WorkedNumber worked)
    {
        double[] times = [.. worked["times"].Split(' ').Select(Number)];
        int[] causes = [.. worked["causes"].Split(' ').Select(cause => (int)Number(cause))];
        CumulativeIncidence incidence = CumulativeIncidence.FromTimes(times, causes, (int)worked.Count("cause"));

        Estimate estimate = incidence.At(Number(worked["at"]), worked.Level).Estimate;
        ShouldPrint(worked, estimate.Value!.Value, estimate.Interval!.Value);
    }

    private static void ShouldPrint(WorkedNumber worked, double value, ConfidenceInterval interval)
    {
        worked["method"].Should().Be(interval.Method);
        ShouldPrint(worked, "value", value);
        ShouldPrint(worked, "lower", interval.Lower);
        ShouldPrint(worked, "upper", interval.Upper);
    }

    private static void ShouldPrint(WorkedNumber worked, string key, double value) =>
        worked[key].Should().Be(Printed.As(value, worked[key]));

    // "1 2 2+ 3": a plus marks a censored time.
    private static SurvivalCurve Curve(string subjects)
    {
        string[] written = subjects.Split(' ');
        return SurvivalCurve.FromTimes(
            [.. written.Select(subject => Number(subject.TrimEnd('+')))],
            [.. written.Select(subject => !subject.EndsWith('+'))]
        );
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
