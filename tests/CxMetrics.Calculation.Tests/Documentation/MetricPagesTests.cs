namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class MetricPagesTests
{
    private static readonly string Folder = DocsFolder.PathOf("metrics");

    private static readonly Dictionary<string, (Func<WorkedNumber, Estimate> Compute, int UnitsPerOne)> Metrics = new(
        StringComparer.Ordinal
    )
    {
        ["nps"] = (NetPromoter, 1),
        ["csat"] = (worked => CustomerSatisfaction.TopBox(worked.Answers(), null, worked.Level), 100),
        ["csat-mean"] = (worked => MeanRating.FromDistribution(worked.Answers(), worked.Level), 1),
        ["ces"] = (worked => CustomerEffortScore.Mean(worked.Answers(), worked.Level), 1),
        ["ces-agree"] = (worked => CustomerEffortScore.ShareAgreeing(worked.Answers(), worked.Level), 100),
        ["ces-net-ease"] = (worked => CustomerEffortScore.NetEase(worked.Answers(), worked.Level), 100),
        ["rating-mean"] = (worked => MeanRating.FromDistribution(worked.Answers(), worked.Level), 1),
    };

    public static IEnumerable<string> MetricKeys() => Metrics.Keys;

    [TestCaseSource(nameof(MetricKeys))]
    public void WorkedNumber_OfThePage_IsWhatTheLibraryComputes(string metric)
    {
        WorkedNumber worked = WorkedNumber.ReadAll(Path.Combine(Folder, metric + ".md")).Should().ContainSingle().Which;
        (Func<WorkedNumber, Estimate> compute, int unitsPerOne) = Metrics[metric];

        Estimate estimate = compute(worked);

        worked["metric"].Should().Be(metric);
        ConfidenceInterval interval = estimate.Interval!.Value;
        worked["method"].Should().Be(interval.Method);
        worked["value"].Should().Be(Printed.As(unitsPerOne * estimate.Value!.Value, worked["value"]));
        worked["lower"].Should().Be(Printed.As(unitsPerOne * interval.Lower, worked["lower"]));
        worked["upper"].Should().Be(Printed.As(unitsPerOne * interval.Upper, worked["upper"]));
    }

    [Test]
    public void Folder_OfThePages_HoldsOnePagePerMetric() =>
        Directory
            .EnumerateFiles(Folder, "*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Should()
            .BeEquivalentTo(Metrics.Keys.Append("README").Append("coverage"));

    [TestCaseSource(nameof(MetricKeys))]
    public void Index_OfThePages_LinksToEach(string metric) =>
        File.ReadAllText(Path.Combine(Folder, "README.md")).Should().Contain($"({metric}.md)");

    private static Estimate NetPromoter(WorkedNumber worked) =>
        NetPromoterScore.FromBands(
            new NetPromoterBands(worked.Count("detractors"), worked.Count("passives"), worked.Count("promoters")),
            worked.Level
        );
}
