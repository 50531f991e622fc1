using System.Globalization;

namespace CxMetrics.Calculation.Tests.Documentation;

/// <summary>The worked number of a metric's page: the lines of its fenced <c>worked</c> block, one "key: value" each.</summary>
public sealed class WorkedNumber
{
    private const string Fence = "```worked";

    private readonly Dictionary<string, string> _values;

    private WorkedNumber(IEnumerable<string> lines) =>
        _values = lines
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public string this[string key] => _values[key];

    public double Level => Number("level");

    public long Count(string key) => long.Parse(this[key], CultureInfo.InvariantCulture);

    public double Number(string key) => double.Parse(this[key], CultureInfo.InvariantCulture);

    /// <summary>The numbers of a "times: 3 5 8".</summary>
    public double[] Numbers(string key) =>
        [.. this[key].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    public void ShouldPrint(string key, double? value) =>
        this[key].Should().Be(Printed.As(value!.Value, this[key]), key);

    /// <summary>The answers of a "scale: 1 to 5" and a "counts: 4 9 21 88 141".</summary>
    public RatingDistribution Answers()
    {
        int[] ends = [.. this["scale"].Split(" to ").Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
        long[] counts = [.. this["counts"].Split(' ').Select(count => long.Parse(count, CultureInfo.InvariantCulture))];
        return new RatingDistribution(new RatingScale(ends[0], ends[1], ScaleDirection.HigherIsBetter), counts);
    }

    /// <summary>The blocks of a page, in order.</summary>
    public static IReadOnlyList<WorkedNumber> ReadAll(string page)
    {
        List<WorkedNumber> blocks = [];
        string[] lines = File.ReadAllLines(page);
        for (int index = 0; index < lines.Length; index++)
        {
            if (string.Equals(lines[index], Fence, StringComparison.Ordinal))
            {
                blocks.Add(
                    new WorkedNumber(
                        lines.Skip(index + 1).TakeWhile(line => !string.Equals(line, "```", StringComparison.Ordinal))
                    )
                );
            }
        }

        return blocks;
    }
}
