using System.Globalization;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Quantiles;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class MeansPageTests
{
    private static readonly string Page = DocsFolder.PathOf("calculation", "means-and-quantiles.md");

    private static readonly Dictionary<string, Action<WorkedNumber>> Checks = new(StringComparer.Ordinal)
    {
        ["mean-difference"] = worked =>
            Check(worked, MeanDifference.FromValues(Numbers(worked["first"]), Numbers(worked["second"]), worked.Level)),
        ["rating-difference"] = worked =>
            Check(
                worked,
                MeanDifference.FromDistributions(Answers(worked, "first"), Answers(worked, "second"), worked.Level)
            ),
        ["quantile-definitions"] = Definitions,
        ["quantile"] = MedianWithRanks,
        ["log-normal-mean"] = worked =>
            Check(worked, LogNormalMean.FromValues(Numbers(worked["values"]), worked.Level)),
        ["geometric-mean"] = worked => Check(worked, GeometricMean.FromValues(Numbers(worked["values"]), worked.Level)),
        ["bootstrap-mean"] = Resampled,
        ["satisfaction-index"] = Index,
    };

    public static IEnumerable<TestCaseData> WorkedNumbers() =>
        WorkedNumber
            .ReadAll(Page)
            .Select(worked => new TestCaseData(worked) { TestName = "means page " + worked["calculation"] });

    [TestCaseSource(nameof(WorkedNumbers))]
    public void WorkedNumber_OfThePage_IsWhatTheLibraryComputes(WorkedNumber worked)
    {
        Checks.Should().ContainKey(worked["calculation"]);
        Checks[worked["calculation"]](worked);
    }

    [Test]
    public void Page_Always_WorksEveryCalculation() =>
        WorkedNumber.ReadAll(Page).Select(worked => worked["calculation"]).Should().BeEquivalentTo(Checks.Keys);

    [Test]
    public void Page_Median_HasAnIntervalFromSixOnAndTheNinetiethPercentileAnUpperLimitFrom36On()
    {
        OrderStatisticRanks.For(5, 0.5).Lower.Should().BeNull();
        OrderStatisticRanks.For(6, 0.5).Lower.Should().Be(1);
        OrderStatisticRanks.For(35, 0.9).Upper.Should().BeNull();
        OrderStatisticRanks.For(36, 0.9).Upper.Should().Be(36);
    }

    private static void Definitions(WorkedNumber worked)
    {
        double[] values = Numbers(worked["values"]);
        foreach (QuantileDefinition definition in Enum.GetValues<QuantileDefinition>())
        {
            string printed = worked[definition.ToString()];
            double value = Quantile.FromValues(values, Number(worked["probability"]), 0.95, definition).Value!.Value;
            printed.Should().Be(Printed.As(value, printed));
        }
    }

    private static void MedianWithRanks(WorkedNumber worked)
    {
        double[] values = Numbers(worked["values"]);
        double probability = Number(worked["probability"]);
        QuantileEstimate quantile = Quantile.FromValues(values, probability, worked.Level);
        OrderStatisticRanks ranks = OrderStatisticRanks.For(values.Length, probability, worked.Level);
        worked["value"].Should().Be(Printed.As(quantile.Value!.Value, worked["value"]));
        worked["lower"].Should().Be(Printed.As(quantile.Lower!.Value, worked["lower"]));
        worked["upper"].Should().Be(Printed.As(quantile.Upper!.Value, worked["upper"]));
        worked.Count("lower rank").Should().Be(ranks.Lower);
        worked.Count("upper rank").Should().Be(ranks.Upper);
        worked["coverage"].Should().Be(Printed.As(ranks.Coverage, worked["coverage"]));
    }

    private static void Resampled(WorkedNumber worked)
    {
        double[] values = Numbers(worked["values"]);
        BootstrapDistribution distribution = Bootstrap.Mean(
            values,
            worked.Count("seed"),
            (int)worked.Count("resamples")
        );
        Check(worked, distribution.ToEstimate(worked.Level));
        worked["standard error"].Should().Be(Printed.As(distribution.StandardError!.Value, worked["standard error"]));
        worked["exact standard error"]
            .Should()
            .Be(Printed.As(Bootstrap.ExactStandardErrorOfMean(values)!.Value, worked["exact standard error"]));
    }

    private static void Index(WorkedNumber worked)
    {
        RatingScale scale = Scale(worked);
        int?[] answers =
        [
            .. worked["answers"]
                .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(answer => answer == "-" ? null : (int?)int.Parse(answer, CultureInfo.InvariantCulture)),
        ];
        BootstrapDistribution index = SatisfactionIndex.FromAnswers(
            [.. Enumerable.Repeat(scale, (int)worked.Count("items"))],
            answers,
            worked.Count("seed"),
            (int)worked.Count("resamples")
        );
        worked.Count("n").Should().Be(index.SampleSize);
        ConfidenceInterval interval = index.Interval(worked.Level)!.Value;
        worked["value"].Should().Be(Printed.As(index.Value!.Value, worked["value"]));
        worked["lower"].Should().Be(Printed.As(interval.Lower, worked["lower"]));
        worked["upper"].Should().Be(Printed.As(interval.Upper, worked["upper"]));
    }

    private static void Check(WorkedNumber worked, Estimate estimate) =>
        Check(worked, estimate.Value, estimate.Interval);

    private static void Check(WorkedNumber worked, DifferenceEstimate difference)
    {
        Check(worked, difference.Value, difference.Interval);
        worked["p-value"].Should().Be(Printed.As(difference.PValue!.Value, worked["p-value"]));
    }

    private static void Check(WorkedNumber worked, double? value, ConfidenceInterval? interval)
    {
        worked["method"].Should().Be(interval!.Value.Method);
        worked["value"].Should().Be(Printed.As(value!.Value, worked["value"]));
        worked["lower"].Should().Be(Printed.As(interval.Value.Lower, worked["lower"]));
        worked["upper"].Should().Be(Printed.As(interval.Value.Upper, worked["upper"]));
    }

    private static RatingDistribution Answers(WorkedNumber worked, string key) =>
        new(Scale(worked), [.. Numbers(worked[key]).Select(count => (long)count)]);

    private static RatingScale Scale(WorkedNumber worked)
    {
        double[] ends = [.. worked["scale"].Split(" to ").Select(Number)];
        return new RatingScale((int)ends[0], (int)ends[1], ScaleDirection.HigherIsBetter);
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(Number)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
