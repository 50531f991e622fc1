using System.Globalization;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>Runs every reference case that the library covers; see Reference/README.md for where the numbers come from.</summary>
[Category("Reference")]
public sealed class ReferenceNumbersTests
{
    private static readonly Lock Gate = new();
    private static (double Error, string Place) largest;

    public static IEnumerable<TestCaseData> CoveredCases() =>
        ReferenceFolder
            .Cases.Where(item => !ReferenceTopics.IsNotCovered(item))
            .Select(item => new TestCaseData(item) { TestName = item.Name });

    [TestCaseSource(nameof(CoveredCases))]
    public void Case_AnyOfACoveredTopic_AgreesWithTheReference(ReferenceCase @case)
    {
        ReferenceTopics
            .Handlers.Should()
            .ContainKey(ReferenceTopics.Key(@case), "a topic and method is handled or declared as not covered yet");

        ReferenceInputs inputs = new(@case.Inputs);
        ReferenceAnswers answers = ReferenceTopics.Handlers[ReferenceTopics.Key(@case)](inputs);
        ReferenceComparison comparison = new(@case.Tolerance);
        comparison.Compare(@case.Expected, answers);

        Note(comparison.Largest.Error, $"{@case.Name} {comparison.Largest.Key}");
        inputs.Unread.Should().BeEmpty("an input that nobody read means the answer is to another question");
        comparison.Differences.Should().BeEmpty();
    }

    [Test]
    public void Folder_Always_HoldsCoveredCases() => CoveredCases().Should().NotBeEmpty();

    [Test]
    public void Topics_WithoutCases_AreDeclared() =>
        ReferenceFolder.TopicsWithoutCases.Should().BeSubsetOf(ReferenceTopics.TopicsNotCovered);

    [Test]
    public void Cases_NotYetCovered_AreReportedAsSkipped()
    {
        string[] skipped =
        [
            .. ReferenceFolder.Cases.Where(ReferenceTopics.IsNotCovered).Select(item => item.Name),
            .. ReferenceFolder.TopicsWithoutCases.Select(topic => topic + " (tables)"),
        ];
        if (skipped.Length > 0)
        {
            Assert.Ignore($"{skipped.Length} not covered yet: {string.Join(", ", skipped)}");
        }
    }

    [OneTimeTearDown]
    public void ReportLargestError() =>
        TestContext.Progress.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Reference: largest relative error {largest.Error:G3} in {largest.Place}"
            )
        );

    private static void Note(double error, string name)
    {
        lock (Gate)
        {
            largest = error > largest.Error ? (error, name) : largest;
        }
    }
}
