using System.Globalization;
using CxMetrics.Calculation.Tests.Coverage;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>Runs every reference case; see Reference/README.md for where the numbers come from.</summary>
[Category("Reference")]
public sealed class ReferenceNumbersTests
{
    private static readonly Lock Gate = new();
    private static (double Error, string Place) largest;

    public static IEnumerable<TestCaseData> AllCases() =>
        ReferenceFolder.Cases.Select(item => new TestCaseData(item) { TestName = item.Name });

    [TestCaseSource(nameof(AllCases))]
    public void Case_OfAnyTopic_AgreesWithTheReference(ReferenceCase @case)
    {
        ReferenceTopics.Handlers.Should().ContainKey(ReferenceTopics.Key(@case), "every topic and method is handled");

        ReferenceInputs inputs = new(@case.Inputs);
        ReferenceAnswers answers = ReferenceTopics.Handlers[ReferenceTopics.Key(@case)](inputs);
        ReferenceComparison comparison = new(@case.Tolerance);
        comparison.Compare(@case.Expected, answers);

        Note(comparison.Largest.Error, $"{@case.Name} {comparison.Largest.Key}");
        inputs.Unread.Should().BeEmpty("an input that nobody read means the answer is to another question");
        comparison.Differences.Should().BeEmpty();
    }

    [Test]
    public void Folder_Always_HoldsCases() => AllCases().Should().NotBeEmpty();

    [Test]
    public void Files_WithoutCases_AreThoseThatOtherTestsRead() =>
        ReferenceFolder
            .TopicsWithoutCases.Should()
            .BeSubsetOf([CoverageFile.Topic], "the studies of coverage read that one");

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
