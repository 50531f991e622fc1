using CxMetrics.Calculation;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Storage.Tests.Contracts;

/// <summary>Whatever is appended, in whatever order, repeated or revised: the counts are those of the newest revisions.</summary>
public abstract class RecountPropertyContract : StorageContract
{
    private static readonly Dimension[][] Groupings =
    [
        [],
        [Dimension.Touchpoint],
        [Dimension.Channel],
        [Dimension.Segment],
        [Dimension.Survey, Dimension.Question],
        [Dimension.Segment, Dimension.Touchpoint, Dimension.Survey],
    ];

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property Append_AnySequence_CountsEqualANaiveRecount() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            seeds => AppendAndCompareAsync([.. seeds.Select(Response)]).GetAwaiter().GetResult()
        );

    private async Task AppendAndCompareAsync(SurveyResponse[] responses)
    {
        using TestDatabase database = CreateDatabase();
        await using var store = TestStore.Build(database.Settings, "Europe/Berlin");
        await store.StartAsync();
        foreach (SurveyResponse[] batch in responses.Chunk(7))
        {
            await store.AppendAllAsync(batch);
        }

        SurveyResponse[] current =
        [
            .. responses.GroupBy(response => response.Id, StringComparer.Ordinal).Select(revisions => revisions.Last()),
        ];
        foreach (Dimension[] grouping in Groupings)
        {
            IReadOnlyList<RatingStatistics> rows = await ReadRowsAsync(
                store,
                Some.Query(grouping, metric: RatingMetric.Csat, periods: Days())
            );
            rows.Select(Describe).Should().BeEquivalentTo(Recount(current, grouping));
        }

        await AssertCleanAsync(store);
    }

    // A seed makes always the same response: equal seeds are repeats, others with the same id are revisions.
    private static SurveyResponse Response(byte seed)
    {
        var random = new System.Random(seed);
        return new SurveyResponse
        {
            Source = "api",
            Id = $"{seed % 13}",
            Survey = random.Next(2) == 0 ? "a" : "b",
            RespondedAt = Some.Noon.AddHours(random.Next(72)),
            Answers = [.. new[] { "x", "y", "z" }.Where(_ => random.Next(2) == 0).Select(Answer)],
            Touchpoint = Pick("t1", "t2"),
            Channel = Pick("c1", "c2"),
            Segment = Pick("s1", "s2"),
            Comment = Pick("good", "bad"),
            Test = random.Next(6) == 0,
        };

        Answer Answer(string question) => Some.Csat(random.Next(1, 6), question);

        string? Pick(params string[] values) => random.Next(3) is var choice && choice < 2 ? values[choice] : null;
    }

    private static IEnumerable<string> Recount(SurveyResponse[] current, Dimension[] grouping)
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        return current
            .SelectMany(response => response.Answers.Select(answer => (Response: response, Answer: answer)))
            .GroupBy(
                row =>
                {
                    DateTime local = TimeZoneInfo.ConvertTime(row.Response.RespondedAt, berlin).DateTime;
                    int day = (local.Date - Some.Noon.Date).Days;
                    return $"{day}: {string.Join('|', grouping.Select(dimension => Value(row, dimension) ?? "-"))}";
                },
                StringComparer.Ordinal
            )
            .Select(group =>
            {
                int[] scores = [.. group.Where(row => !row.Response.Test).Select(row => row.Answer.Score)];
                IEnumerable<int> counts = Enumerable.Range(1, 5).Select(score => scores.Count(given => given == score));
                return $"{group.Key} {string.Join(' ', counts)} test {group.Count(row => row.Response.Test)}";
            });
    }

    private static string? Value((SurveyResponse Response, Answer Answer) row, Dimension dimension) =>
        dimension switch
        {
            Dimension.Survey => row.Response.Survey,
            Dimension.Question => row.Answer.Question,
            Dimension.Touchpoint => row.Response.Touchpoint,
            Dimension.Channel => row.Response.Channel,
            Dimension.Segment => row.Response.Segment,
        };

    private static string Describe(RatingStatistics row) =>
        $"{row.PeriodIndex}: {string.Join('|', row.Group.Select(value => value ?? "-"))} "
        + $"{string.Join(' ', row.Distribution.Counts.ToArray())} test {row.Excluded.Test}";

    private static DateRange[] Days()
    {
        var first = DateOnly.FromDateTime(Some.Noon.Date);
        return [.. Enumerable.Range(0, 5).Select(day => new DateRange(first.AddDays(day), first.AddDays(day + 1)))];
    }
}
