using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CxMetrics.Api.Tests.Specification;

/// <summary>JSON to compare with: the last digits of a double differ between processors, more of them where a model was fitted.</summary>
internal static partial class JsonNumbers
{
    /// <summary>How bodies are written to files.</summary>
    public static JsonSerializerOptions Indented { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text with nine digits of every long number.</summary>
    public static string Rounded(JsonNode node) =>
        LongNumber()
            .Replace(
                node.ToJsonString(Indented),
                number =>
                    double.Parse(number.Value, CultureInfo.InvariantCulture)
                        .ToString("G9", CultureInfo.InvariantCulture)
            );

    [GeneratedRegex(@"-?\d+\.\d{10,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LongNumber();
}
