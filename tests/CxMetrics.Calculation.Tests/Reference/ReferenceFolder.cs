using System.Text.Json;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>Reads the reference files: those beside the tests, or those of the folder that CXMETRICS_REFERENCE names.</summary>
public static class ReferenceFolder
{
    public const string EnvironmentVariable = "CXMETRICS_REFERENCE";

    public static string Path { get; } =
        Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } folder ? folder : OfTheTests;

    /// <summary>The folder beside the tests, whatever folder the cases come from.</summary>
    public static string OfTheTests => System.IO.Path.Combine(AppContext.BaseDirectory, "Reference");

    public static IReadOnlyList<ReferenceCase> Cases { get; } = [.. Files().SelectMany(Read)];

    /// <summary>Topics of files that hold tables only, without cases.</summary>
    public static IReadOnlyList<string> TopicsWithoutCases { get; } =
    [.. Files().Select(Parse).Where(root => !root.TryGetProperty("cases", out _)).Select(Topic)];

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path, "*.json").Order(StringComparer.Ordinal);

    private static IEnumerable<ReferenceCase> Read(string path)
    {
        JsonElement root = Parse(path);
        if (!root.TryGetProperty("cases", out JsonElement cases))
        {
            yield break;
        }

        foreach (JsonElement item in cases.EnumerateArray())
        {
            yield return new ReferenceCase(
                System.IO.Path.GetFileNameWithoutExtension(path),
                Topic(root),
                item.GetProperty("id").GetString()!,
                item.GetProperty("method").GetString()!,
                item.GetProperty("inputs"),
                item.GetProperty("expected"),
                item.TryGetProperty("tolerance", out JsonElement tolerance) ? tolerance : null
            );
        }
    }

    private static JsonElement Parse(string path) => JsonElement.Parse(File.ReadAllBytes(path));

    private static string Topic(JsonElement root) => root.GetProperty("topic").GetString()!;
}
