namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The tables of docs/metrics/coverage.md, computed again.</summary>
public sealed class CoverageTests
{
    public static IEnumerable<TestCaseData> Studies() =>
        CoverageStudies.All.Select(study => new TestCaseData(study).SetArgDisplayNames(study.Name));

    public static IEnumerable<TestCaseData> QuickRows() =>
        from study in CoverageStudies.All
        from row in study.Rows
        where row.IsQuick
        select new TestCaseData(study, row).SetArgDisplayNames(study.Name, row.Label);

    [TestCaseSource(nameof(Studies))]
    [Category("Coverage")]
    [Explicit("All studies together take minutes.")]
    public void Study_ComputedAgain_IsThatOfThePage(CoverageStudy study)
    {
        string table = CoverageTable.Of(study.Heads, study.Rows.Select(row => row.ToLine()));
        if (CoveragePage.IsWritten)
        {
            CoveragePage.Write(study.Name, table);
            CoveragePage.Write(CoveragePage.Weaknesses, CoveragePage.WeaknessTable());
        }

        CoveragePage.TableOf(study.Name).Should().Be(table);
    }

    [TestCaseSource(nameof(QuickRows))]
    public void QuickRow_ComputedAgain_IsThatOfThePage(CoverageStudy study, CoverageRow row) =>
        CoveragePage
            .TableOf(study.Name)
            .Split('\n')
            .Should()
            .ContainSingle(line => line.StartsWith(row.Label, StringComparison.Ordinal))
            .Which.Should()
            .Be(row.ToLine());

    [Test]
    public void Page_Tables_AreThoseOfTheStudies() =>
        CoveragePage
            .TableNames.Should()
            .BeEquivalentTo([CoveragePage.Weaknesses, .. CoverageStudies.All.Select(study => study.Name)]);

    [Test]
    public void Page_TableOfWeaknesses_FollowsFromTheOthers() =>
        CoveragePage.TableOf(CoveragePage.Weaknesses).Should().Be(CoveragePage.WeaknessTable());

    [Test]
    public void Rows_OfAStudy_HaveLabelsOfTheirOwn()
    {
        foreach (CoverageStudy study in CoverageStudies.All)
        {
            study.Rows.Select(row => row.Label).Should().OnlyHaveUniqueItems(study.Name);
        }
    }
}
