using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>How far an answer may be from the expected number: relative, absolute, or as a share of the width of expected limits.</summary>
public sealed partial record Allowance(double Relative, double Absolute, double ShareOfWidth)
{
    public static Allowance Default { get; } = new(1e-9, 1e-12, 0);

    public bool Allows(double expected, double actual) =>
        Math.Abs(actual - expected) <= Math.Max(Absolute, Relative * Math.Abs(expected));

    /// <summary>For the limits of an interval of this width.</summary>
    public Allowance ForWidth(double width) => this with { Absolute = Math.Max(Absolute, ShareOfWidth * width) };

    /// <summary>The allowances of a case by its first-level keys; those that are not named have the default.</summary>
    public static IReadOnlyDictionary<string, Allowance> ByKey(JsonElement? tolerance) =>
        tolerance is not { } given
            ? new Dictionary<string, Allowance>(StringComparer.Ordinal)
            : given
                .EnumerateObject()
                .ToDictionary(item => item.Name, item => Parse(item.Value.GetString()!), StringComparer.Ordinal);

    private static Allowance Parse(string text)
    {
        Match match = Form().Match(text);
        if (!match.Success)
        {
            throw new NotSupportedException($"Unknown tolerance '{text}'.");
        }

        double number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["kind"].Value switch
        {
            "relative" => Default with { Relative = number },
            "absolute" => Default with { Absolute = number },
            // A number without a width, such as a standard error, gets the same share of itself.
            _ => new Allowance(number / 100, Default.Absolute, number / 100),
        };
    }

    [GeneratedRegex(
        @"^((?<kind>relative|absolute) (?<number>[-+0-9.eE]+)|(?<kind>about) (?<number>[0-9.]+) % of the interval width)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
