using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>Compares answers with expected numbers: relative 1e-9, absolute 1e-12 near zero, unless the case says otherwise.</summary>
public sealed class ReferenceComparison(double relative)
{
    public const double DefaultRelative = 1e-9;
    private const double Absolute = 1e-12;

    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Differences => _differences;

    public (double Error, string Key) Largest { get; private set; } = (0, string.Empty);

    public void Compare(string path, JsonElement expected, object? actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when actual is ReferenceAnswers answers:
                CompareKeys(path, expected, answers);
                break;
            case JsonValueKind.Array when Limits(actual) is { } limits && expected.GetArrayLength() == 2:
                Compare(path + "[0]", expected[0], limits.Lower);
                Compare(path + "[1]", expected[1], limits.Upper);
                break;
            case JsonValueKind.Number when Number(actual) is { } number:
                CompareNumbers(path, expected.GetDouble(), number);
                break;
            case JsonValueKind.Null when actual is null:
                break;
            default:
                _differences.Add($"{path}: expected {expected.GetRawText()}, got {actual ?? "null"}");
                break;
        }
    }

    private void CompareKeys(string path, JsonElement expected, ReferenceAnswers answers)
    {
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            string name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (answers.TryGetValue(property.Name, out object? answer))
            {
                Compare(name, property.Value, answer);
            }
            else
            {
                _differences.Add($"{name}: the runner does not know this key");
            }
        }
    }

    private void CompareNumbers(string path, double expected, double actual)
    {
        double error = Math.Abs(actual - expected);
        if (!(error <= Math.Max(Absolute, relative * Math.Abs(expected))))
        {
            _differences.Add(
                string.Create(CultureInfo.InvariantCulture, $"{path}: expected {expected:R}, got {actual:R}")
            );
        }

        double relativeError = Math.Abs(expected) > Absolute ? error / Math.Abs(expected) : 0;
        Largest = relativeError > Largest.Error ? (relativeError, path) : Largest;
    }

    private static double? Number(object? value) =>
        value switch
        {
            double number => number,
            long count => count,
            int count => count,
            _ => null,
        };

    private static IntervalLimits? Limits(object? value) =>
        value switch
        {
            IntervalLimits limits => limits,
            ConfidenceInterval interval => new IntervalLimits(interval.Lower, interval.Upper),
            _ => null,
        };
}
