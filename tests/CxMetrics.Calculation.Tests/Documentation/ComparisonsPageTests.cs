using System.Globalization;
using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Planning;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class ComparisonsPageTests
{
    private static readonly Dictionary<string, Action<WorkedNumber>> Checks = new(StringComparer.Ordinal)
    {
        ["share-difference"] = ShareDifferences,
        ["nps-difference"] = NetPromoterDifferences,
        ["classical-tests"] = ClassicalTests,
        ["adjusted-p-values"] = AdjustedPValues,
        ["nps-overlap"] = Overlap,
        ["nps-weighted"] = Weighted,
        ["mean-by-account"] = MeanByAccount,
        ["nps-finite-population"] = OfAPopulation,
        ["answers-for-a-margin"] = Margin,
        ["nps-plan"] = Plan,
    };

    public static IEnumerable<TestCaseData> WorkedNumbers() =>
        WorkedNumber
            .ReadAll(DocsFolder.PathOf("calculation", "comparisons.md"))
            .Select((worked, index) => new TestCaseData(worked) { TestName = $"{worked["calculation"]} {index}" });

    [TestCaseSource(nameof(WorkedNumbers))]
    public void WorkedNumber_OfThePage_IsWhatTheLibraryComputes(WorkedNumber worked)
    {
        Checks.Should().ContainKey(worked["calculation"]);
        Checks[worked["calculation"]](worked);
    }

    [Test]
    public void Page_Always_WorksEveryCalculation() =>
        WorkedNumber
            .ReadAll(DocsFolder.PathOf("calculation", "comparisons.md"))
            .Select(worked => worked["calculation"])
            .Distinct(StringComparer.Ordinal)
            .Should()
            .BeEquivalentTo(Checks.Keys);

    private static void ShareDifferences(WorkedNumber worked)
    {
        ShareDifferenceMethod method = Enum.GetValues<ShareDifferenceMethod>()
            .Single(candidate => candidate.ToShortName() == worked["method"]);
        Check(
            worked,
            ShareDifference.FromCounts(Shares(worked["first"]), Shares(worked["second"]), worked.Level, method),
            100
        );
    }

    private static void NetPromoterDifferences(WorkedNumber worked)
    {
        Comparison comparison = Comparison.OfNetPromoterScores(
            Bands(worked["first"]),
            Bands(worked["second"]),
            level: worked.Level
        );
        Check(worked, comparison.Difference, 1);
        worked["verdict"].Should().Be(comparison.Verdict.ToString());
        worked.Count("answers-needed").Should().Be(comparison.AnswersNeeded!.Value.Answers);
    }

    private static void ClassicalTests(WorkedNumber worked)
    {
        ShareCounts first = Shares(worked["first"]);
        ShareCounts second = Shares(worked["second"]);
        Check(worked, "pooled-z", PooledZTest.TwoSidedPValue(first, second));
        Check(worked, "yates", YatesChiSquareTest.TwoSidedPValue(first, second));
        Check(worked, "fisher", FisherExactTest.TwoSidedPValue(first, second));
    }

    private static void AdjustedPValues(WorkedNumber worked)
    {
        double[] pValues = Numbers(worked["p-values"]);
        CheckAll(worked["benjamini-hochberg"], PValueAdjustment.Adjust(pValues));
        CheckAll(worked["holm"], PValueAdjustment.Adjust(pValues, PValueAdjustmentMethod.Holm));
    }

    private static void Overlap(WorkedNumber worked) =>
        Check(
            worked,
            NetPromoterDifference.FromOverlappingSamples(
                Bands(worked["only-first"]),
                Bands(worked["only-second"]),
                PairedNetCounts.FromTable(Counts(worked["both"])),
                worked.Level
            ),
            1
        );

    private static void Weighted(WorkedNumber worked)
    {
        int[] scores = [.. Counts(worked["scores"]).Select(score => (int)score)];
        Estimate score = NetPromoterScore.FromWeightedScores(scores, Numbers(worked["weights"]), worked.Level);
        Check(worked, "effective", score.EffectiveSampleSize);
        Check(worked, score);
    }

    private static void MeanByAccount(WorkedNumber worked)
    {
        int[] accounts = [.. Counts(worked["accounts"]).Select(account => (int)account)];
        Estimate mean = ClusteredMean.FromValues(Numbers(worked["values"]), accounts, worked.Level);
        Check(worked, "effective", mean.EffectiveSampleSize);
        Check(worked, mean);
    }

    private static void OfAPopulation(WorkedNumber worked) =>
        Check(
            worked,
            NetPromoterScore.FromFinitePopulation(Bands(worked["bands"]), worked.Count("population"), worked.Level)
        );

    private static void Margin(WorkedNumber worked)
    {
        AnswerVariance variance = AnswerVariance.OfShare(Numbers(worked["share"])[0]);
        double margin = Numbers(worked["margin"])[0];
        long population = worked.Count("population");
        worked.Count("answers").Should().Be(SampleSize.ForMargin(variance, margin, worked.Level).Answers);
        worked
            .Count("answers-of-the-population")
            .Should()
            .Be(SampleSize.ForMargin(variance, margin, worked.Level, population).Answers);
    }

    private static void Plan(WorkedNumber worked)
    {
        AnswerVariance variance = AnswerVariance.OfNetPromoterScore(Bands(worked["bands"]));
        double change = worked.Count("change");
        worked
            .Count("answers-per-period")
            .Should()
            .Be(SampleSize.ForChange(variance, variance, change, worked.Level).Answers);
        Check(worked, "power-with-400", Power.FromAnswers(variance, variance, 400, 400, change, worked.Level));
        Check(worked, "detectable-with-400", DetectableChange.FromAnswers(variance, variance, 400, 400, worked.Level));
    }

    private static void Check(WorkedNumber worked, DifferenceEstimate difference, int unitsPerOne)
    {
        Check(worked, "value", unitsPerOne * difference.Value);
        Check(worked, "lower", unitsPerOne * difference.Interval!.Value.Lower);
        Check(worked, "upper", unitsPerOne * difference.Interval.Value.Upper);
        Check(worked, "p-value", difference.PValue);
        worked["method"].Should().Be(difference.Interval.Value.Method);
    }

    private static void Check(WorkedNumber worked, Estimate estimate)
    {
        Check(worked, "value", estimate.Value);
        Check(worked, "lower", estimate.Interval!.Value.Lower);
        Check(worked, "upper", estimate.Interval.Value.Upper);
        worked["method"].Should().Be(estimate.Interval.Value.Method);
    }

    private static void Check(WorkedNumber worked, string key, double? number) =>
        worked[key].Should().Be(Printed.As(number!.Value, worked[key]));

    private static void CheckAll(string printed, double[] numbers)
    {
        string[] parts = printed.Split(' ');
        parts.Should().Equal(numbers.Zip(parts, Printed.As));
    }

    private static ShareCounts Shares(string text) => new(Counts(text)[0], Counts(text)[1]);

    private static NetPromoterBands Bands(string text) => new(Counts(text)[0], Counts(text)[1], Counts(text)[2]);

    private static long[] Counts(string text) =>
        [.. text.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture))];

    private static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
}
