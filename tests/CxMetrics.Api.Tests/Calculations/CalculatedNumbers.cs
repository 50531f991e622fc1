using System.Globalization;
using System.Text.Json.Nodes;
using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Reads answers by path: <c>groups[1].median.value</c>.</summary>
internal static class CalculatedNumbers
{
    public static JsonNode? At(this JsonNode answer, string path)
    {
        JsonNode? node = answer;
        foreach (string step in MemberPath.Steps(path))
        {
            node = node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : Member(node!, step);
        }

        return node;
    }

    public static double Number(this JsonNode answer, string path) => answer.At(path)!.GetValue<double>();

    public static string Text(this JsonNode answer, string path) => answer.At(path)!.GetValue<string>();

    public static bool IsNull(this JsonNode answer, string path) => answer.At(path) is null;

    public static IEnumerable<double> Numbers(this JsonNode answer, string path) =>
        answer.At(path)!.AsArray().Select(number => number!.GetValue<double>());

    public static IEnumerable<string> Flags(this JsonNode answer, string path = "flags") =>
        answer.At(path)!.AsArray().Select(flag => flag!.GetValue<string>());

    /// <summary>Asserts that the numbers at these paths are what is expected, to nine digits.</summary>
    public static void ShouldHave(this JsonNode answer, params (string Path, double Expected)[] numbers)
    {
        foreach ((string path, double expected) in numbers)
        {
            answer
                .Number(path)
                .Should()
                .BeApproximately(expected, 1e-9 * Math.Max(1, Math.Abs(expected)), "{0} is that", path);
        }
    }

    // A member that is not there must not pass for one that is null.
    private static JsonNode? Member(JsonNode answer, string name) =>
        answer.AsObject().TryGetPropertyValue(name, out JsonNode? value)
            ? value
            : throw new AssertionException($"There is no {name} in {answer.ToJsonString()}.");
}
