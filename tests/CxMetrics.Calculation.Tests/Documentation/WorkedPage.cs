namespace CxMetrics.Calculation.Tests.Documentation;

/// <summary>A page whose worked numbers are recomputed: by "metric", what gives the answers of each block, as numbers or as text.</summary>
public sealed class WorkedPage(
    string path,
    IReadOnlyDictionary<string, Func<WorkedNumber, Dictionary<string, object>>> examples
)
{
    private readonly IReadOnlyList<WorkedNumber> _blocks = WorkedNumber.ReadAll(path);

    public IEnumerable<string> Metrics => examples.Keys;

    public void ShouldAgreeOn(string metric)
    {
        WorkedNumber worked = _blocks.Should().ContainSingle(block => block["metric"] == metric).Which;
        foreach ((string key, object answer) in examples[metric](worked))
        {
            string printed = answer is double value ? Printed.As(value, worked[key]) : (string)answer;
            worked[key].Should().Be(printed, key);
        }
    }

    public void ShouldHaveNoOtherBlocks() =>
        _blocks.Select(block => block["metric"]).Should().BeEquivalentTo(examples.Keys);
}
