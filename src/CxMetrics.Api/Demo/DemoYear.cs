using System.IO.Pipelines;
using System.Text.Json;

namespace CxMetrics.Api.Demo;

/// <summary>A year of answers to the surveys of a shop that does not exist: a quarterly drift, quieter weekends, one bad month in support.</summary>
internal static class DemoYear
{
    private const int Days = 365;

    /// <summary>Writes the answers as NDJSON, day by day up to yesterday, and completes the writer.</summary>
    public static async Task WriteAsync(PipeWriter writer, DateOnly today, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(writer);
        for (DateOnly day = today.AddDays(-Days); day < today; day = day.AddDays(1))
        {
            WriteDay(writer, json, day);
            await writer.FlushAsync(cancellationToken);
        }

        await writer.CompleteAsync();
    }

    private static void WriteDay(PipeWriter writer, Utf8JsonWriter json, DateOnly day)
    {
        // The day is the seed, so that the same day always has the same answers.
        var answers = new DemoAnswers(day, new Random(day.DayNumber));
        bool isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        for (int number = 0; number < (isWeekend ? 15 : 50); number++)
        {
            answers.Write(json, number);
            json.Flush();
            json.Reset();
            writer.GetSpan(1)[0] = (byte)'\n';
            writer.Advance(1);
        }
    }
}
