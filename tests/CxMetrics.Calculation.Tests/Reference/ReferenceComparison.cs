using System.Collections;
using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>Compares answers with expected numbers: relative 1e-9, absolute 1e-12 near zero, unless the case says otherwise.</summary>
public sealed class ReferenceComparison(JsonElement? tolerance)
{
    private readonly IReadOnlyDictionary<string, Allowance> _allowances = Allowance.ByKey(tolerance);
    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>The largest relative difference among the numbers that have the default allowance.</summary>
    public (double Error, string Key) Largest { get; private set; } = (0, string.Empty);

    public void Compare(JsonElement expected, ReferenceAnswers answers)
    {
        CheckAllowances([.. expected.EnumerateObject().Select(item => item.Name), .. answers.Keys]);
        foreach ((string name, JsonElement value, object? answer) in Pairs(string.Empty, expected, answers))
        {
            Compare(name, value, answer, AllowanceFor(name));
        }
    }

    // A case may give a tolerance for an answer that only its siblings expect.
    private void CheckAllowances(IReadOnlyCollection<string> names) =>
        _differences.AddRange(
            _allowances
                .Keys.Where(key => !names.Any(name => IsFor(key, name)))
                .Select(key => $"{key}: a tolerance for a key that is neither expected nor answered")
        );

    private Allowance AllowanceFor(string name) =>
        _allowances.FirstOrDefault(item => IsFor(item.Key, name)).Value ?? Allowance.Default;

    // "bootstrap" is the tolerance of "bootstrap_nrr".
    private static bool IsFor(string key, string name) => name.StartsWith(key, StringComparison.Ordinal);

    private void Compare(string path, JsonElement expected, object? actual, Allowance allowance)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null when actual is IfEvaluated:
                break;
            case not JsonValueKind.Null when actual is IfEvaluated known:
                Compare(path, expected, known.Answer, allowance);
                break;
            case JsonValueKind.Object when actual is ReferenceAnswers answers:
                foreach ((string name, JsonElement value, object? answer) in Pairs(path, expected, answers))
                {
                    Compare(name, value, answer, allowance);
                }

                break;
            case JsonValueKind.Array when Limits(actual) is { } limits && expected.GetArrayLength() == 2:
                CompareLimits(path, expected, limits, allowance);
                break;
            case JsonValueKind.Array when actual is IEnumerable items and not string:
                CompareItems(path, expected, [.. items.Cast<object?>()], allowance);
                break;
            case JsonValueKind.Number when actual is AtMost quality:
                CompareQuality(path, quality);
                break;
            case JsonValueKind.Number when actual is Within answer:
                CompareNumbers(
                    path,
                    expected.GetDouble(),
                    answer.Actual,
                    allowance with
                    {
                        Relative = answer.Relative,
                    }
                );
                break;
            case JsonValueKind.Number when Number(actual) is { } number:
                CompareNumbers(path, expected.GetDouble(), number, allowance);
                break;
            case JsonValueKind.Null when actual is null:
                break;
            default:
                _differences.Add($"{path}: expected {expected.GetRawText()}, got {actual ?? "null"}");
                break;
        }
    }

    private IEnumerable<(string Name, JsonElement Expected, object? Answer)> Pairs(
        string path,
        JsonElement expected,
        ReferenceAnswers answers
    )
    {
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            string name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (answers.TryGetValue(property.Name, out object? answer))
            {
                yield return (name, property.Value, answer);
            }
            else
            {
                _differences.Add($"{name}: the runner does not know this key");
            }
        }
    }

    private void CompareLimits(string path, JsonElement expected, OpenLimits limits, Allowance allowance)
    {
        bool hasWidth = expected.EnumerateArray().All(limit => limit.ValueKind == JsonValueKind.Number);
        Allowance ofLimits = hasWidth
            ? allowance.ForWidth(expected[1].GetDouble() - expected[0].GetDouble())
            : allowance;
        Compare(path + "[0]", expected[0], limits.Lower, ofLimits);
        Compare(path + "[1]", expected[1], limits.Upper, ofLimits);
    }

    private void CompareItems(string path, JsonElement expected, object?[] items, Allowance allowance)
    {
        if (items.Length != expected.GetArrayLength())
        {
            _differences.Add($"{path}: expected {expected.GetArrayLength()} items, got {items.Length}");
            return;
        }

        for (int index = 0; index < items.Length; index++)
        {
            Compare($"{path}[{index}]", expected[index], items[index], allowance);
        }
    }

    private void CompareQuality(string path, AtMost quality)
    {
        if (!(quality.Actual <= quality.Bound))
        {
            _differences.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: {quality.Actual:R} is more than {quality.Bound:R}"
                )
            );
        }
    }

    private void CompareNumbers(string path, double expected, double actual, Allowance allowance)
    {
        if (!allowance.Allows(expected, actual))
        {
            _differences.Add(
                string.Create(CultureInfo.InvariantCulture, $"{path}: expected {expected:R}, got {actual:R}")
            );
        }

        if (allowance == Allowance.Default && Math.Abs(expected) > allowance.Absolute)
        {
            double error = Math.Abs(actual - expected) / Math.Abs(expected);
            Largest = error > Largest.Error ? (error, path) : Largest;
        }
    }

    private static double? Number(object? value) =>
        value switch
        {
            double number => number,
            long count => count,
            int count => count,
            _ => null,
        };

    private static OpenLimits? Limits(object? value) =>
        value switch
        {
            IntervalLimits limits => new OpenLimits(limits.Lower, limits.Upper),
            ConfidenceInterval interval => new OpenLimits(interval.Lower, interval.Upper),
            OpenLimits limits => limits,
            _ => null,
        };
}
