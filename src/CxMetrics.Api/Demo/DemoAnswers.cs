using System.Text.Json;

namespace CxMetrics.Api.Demo;

/// <summary>Makes up the answers of one day.</summary>
internal sealed class DemoAnswers(DateOnly day, Random random)
{
    private const int Customers = 2_500;

    private static readonly string[] Channels = ["email", "web", "app", "phone"];
    private static readonly string[] Segments = ["new", "regular", "premium"];
    private static readonly string[] Praise =
    [
        "Quick and friendly.",
        "Exactly what I needed.",
        "Solved in one call, thank you!",
    ];
    private static readonly string[] Complaints =
    [
        "I had to explain it three times.",
        "Waited far too long.",
        "Still not solved.",
    ];

    public void Write(Utf8JsonWriter json, int number)
    {
        json.WriteStartObject();
        json.WriteString("source", "demo");
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{number:D3}"));
        if (number % 2 == 0)
        {
            WriteRelationship(json);
        }
        else
        {
            WriteSupport(json);
        }

        json.WriteString(
            "respondedAt",
            day.ToDateTime(new TimeOnly(6, 0), DateTimeKind.Utc).AddSeconds(random.Next(14 * 3600))
        );
        json.WriteString(
            "customerId",
            string.Create(CultureInfo.InvariantCulture, $"customer-{random.Next(Customers):D4}")
        );
        json.WriteString("channel", Pick(Channels));
        json.WriteString("segment", Pick(Segments));
        json.WriteEndObject();
    }

    private void WriteRelationship(Utf8JsonWriter json)
    {
        json.WriteString("survey", "relationship");
        json.WriteString("touchpoint", random.Next(3) == 0 ? "delivery" : "account");
        int score = Rating(0, 10, Mood(0.8));
        WriteComment(json, score >= 9, score <= 5);
        json.WriteStartArray("answers");
        WriteAnswer(json, "nps", score);
        json.WriteEndArray();
    }

    private void WriteSupport(Utf8JsonWriter json)
    {
        json.WriteString("survey", "support");
        json.WriteString("touchpoint", random.Next(4) == 0 ? "returns" : "help desk");
        // One bad month, so that a series has something to show.
        double mood = Mood(day.Month == 3 ? 0.55 : 0.74);
        int satisfaction = Rating(1, 5, mood);
        WriteComment(json, satisfaction == 5, satisfaction <= 2);
        json.WriteStartArray("answers");
        WriteAnswer(json, "csat", satisfaction);
        WriteAnswer(json, "ces", Rating(1, 7, mood));
        json.WriteEndArray();
    }

    private static void WriteAnswer(Utf8JsonWriter json, string metric, int score)
    {
        json.WriteStartObject();
        json.WriteString("metric", metric);
        json.WriteNumber("score", score);
        json.WriteEndObject();
    }

    private void WriteComment(Utf8JsonWriter json, bool isHappy, bool isUnhappy)
    {
        if ((isHappy || isUnhappy) && random.Next(3) == 0)
        {
            json.WriteString("comment", Pick(isHappy ? Praise : Complaints));
        }
    }

    /// <summary>How likely each step up the scale is: a level with a slow swing over the year.</summary>
    private static double Swing(DateOnly day) => 0.05 * Math.Sin(2 * Math.PI * day.DayOfYear / 365.25);

    private double Mood(double level) => level + Swing(day);

    /// <summary>The larger of two binomial draws on the scale: answers pile up near the top, as real ones do.</summary>
    private int Rating(int minimum, int maximum, double mood) =>
        minimum + Math.Max(Steps(maximum - minimum, mood), Steps(maximum - minimum, mood - 0.2));

    private int Steps(int count, double probability)
    {
        int steps = 0;
        for (int step = 0; step < count; step++)
        {
            steps += random.NextDouble() < probability ? 1 : 0;
        }

        return steps;
    }

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
