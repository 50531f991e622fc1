using System.Globalization;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class WeightingPageTests
{
    private static readonly string Page = DocsFolder.PathOf("calculation", "weighting.md");

    private static readonly Dictionary<string, Action<WorkedNumber>> Checks = new(StringComparer.Ordinal)
    {
        ["profile"] = Profile,
        ["post-stratification"] = worked =>
        {
            CheckWeighted(worked, SurveyWeighting.PostStratify(Margin(worked, "levels", "frame")).Model!);
            double mean = Mean.FromValues(Numbers(worked["scores"])).Value!.Value;
            worked["mean without weights"].Should().Be(Printed.As(mean, worked["mean without weights"]));
        },
        ["raking"] = worked =>
            CheckWeighted(
                worked,
                SurveyWeighting
                    .Rake([Margin(worked, "levels 1", "frame 1"), Margin(worked, "levels 2", "frame 2")])
                    .Model!
            ),
        ["bounded"] = Bounded,
    };

    public static IEnumerable<TestCaseData> WorkedNumbers() =>
        WorkedNumber
            .ReadAll(Page)
            .Select(worked => new TestCaseData(worked) { TestName = "weighting page " + worked["calculation"] });

    [TestCaseSource(nameof(WorkedNumbers))]
    public void WorkedNumber_OfThePage_IsWhatTheLibraryComputes(WorkedNumber worked)
    {
        Checks.Should().ContainKey(worked["calculation"]);
        Checks[worked["calculation"]](worked);
    }

    [Test]
    public void Page_Always_WorksEveryCalculation() =>
        WorkedNumber.ReadAll(Page).Select(worked => worked["calculation"]).Should().BeEquivalentTo(Checks.Keys);

    private static void Profile(WorkedNumber worked)
    {
        MarginProfile profile = MarginProfile.Of(Margin(worked, "levels", "frame"), worked.Level);
        CheckList(worked["responder share"], profile.Levels.Select(level => level.ResponderShare.Value!.Value));
        CheckList(worked["lower"], profile.Levels.Select(level => level.ResponderShare.Interval!.Value.Lower));
        CheckList(worked["upper"], profile.Levels.Select(level => level.ResponderShare.Interval!.Value.Upper));
        CheckList(worked["frame share"], profile.Levels.Select(level => level.FrameShare));
        worked["largest gap"].Should().Be(Printed.As(profile.LargestGap, worked["largest gap"]));
    }

    private static void CheckWeighted(WorkedNumber worked, SurveyWeights weights)
    {
        Estimate mean = Mean.FromValues(Numbers(worked["scores"]), weights.Weights, worked.Level);
        CheckList(worked["weights"], weights.Weights.ToArray());
        worked["effective sample size"]
            .Should()
            .Be(Printed.As(weights.EffectiveSampleSize, worked["effective sample size"]));
        worked["design effect"].Should().Be(Printed.As(weights.DesignEffect, worked["design effect"]));
        worked["mean"].Should().Be(Printed.As(mean.Value!.Value, worked["mean"]));
        worked["lower"].Should().Be(Printed.As(mean.Interval!.Value.Lower, worked["lower"]));
        worked["upper"].Should().Be(Printed.As(mean.Interval.Value.Upper, worked["upper"]));
    }

    private static void Bounded(WorkedNumber worked)
    {
        double[] respondents = Numbers(worked["respondents"]);
        int[] levels = [.. respondents.SelectMany((count, level) => Enumerable.Repeat(level, (int)count))];
        SurveyWeights weights = SurveyWeighting
            .PostStratify(new FrameMargin("size", levels, Numbers(worked["frame"])))
            .Model!;
        worked["highest weight"].Should().Be(Printed.As(weights.Weights.ToArray().Max(), worked["highest weight"]));
        worked.Count("trimmed").Should().Be(weights.TrimmedRespondents);
        string share = worked["weighted share of the small level"];
        share.Should().Be(Printed.As(weights.Margins[0].Levels[1].WeightedShare!.Value, share));
        worked["largest gap"].Should().Be(Printed.As(weights.LargestGap, worked["largest gap"]));
    }

    private static FrameMargin Margin(WorkedNumber worked, string levels, string frame) =>
        new(levels, [.. Numbers(worked[levels]).Select(level => (int)level)], Numbers(worked[frame]));

    private static void CheckList(string printed, IEnumerable<double> values) =>
        printed.Split(' ').Should().Equal(values.Zip(printed.Split(' '), Printed.As));

    private static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
