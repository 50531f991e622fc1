using System.Globalization;

namespace CxMetrics.Faults.Tests.Senders;

/// <summary>What is sent under a number: always the same for the same number, so that sending again is a repeat.</summary>
internal static class Fact
{
    /// <summary>A range that holds the time of every fact.</summary>
    public const string Range = "from=2025-03-01&to=2025-04-01";

    private const int Scores = 11;

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"f{number}");

    public static int NumberOf(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    public static int Score(int number) => number % Scores;

    public static string Json(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"id":"{{Id(number)}}","survey":"faults","respondedAt":"2025-03-{{1 + (number % 28):00}}T12:00:00Z","answers":[{"metric":"nps","score":{{Score(
                number
            )}}}],"touchpoint":"t{{number % 5}}","channel":"c{{number % 3}}","customerId":"p{{number % 997}}"}
            """
        );

    /// <summary>Many facts as NDJSON.</summary>
    public static string Lines(IEnumerable<int> numbers) =>
        string.Concat(numbers.Select(number => Json(number) + "\n"));
}
