using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Storage.Tests.Contracts;

/// <summary>Whatever is appended, revised and erased: counts are those of a naive model, and what was read once can be read again.</summary>
public abstract class HistoryPropertyContract : StorageContract
{
    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property AnySequence_CountsEqualAModelAndAsOfRepeatsEveryRead() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), seeds => ApplyAndCompareAsync(seeds).GetAwaiter().GetResult());

    private async Task ApplyAndCompareAsync(byte[] seeds)
    {
        using TestDatabase database = CreateDatabase();
        var clock = new StepClock(Some.Noon.AddDays(1));
        await using var store = TestStore.Build(database.Settings, clock: clock);
        await store.StartAsync();
        var model = new Model();
        var readings = new List<(DateTimeOffset At, string Rows)>();
        foreach (byte seed in seeds)
        {
            await ApplyAsync(store, model, seed);
            string rows = await ReadAsync(store, asOf: null);
            rows.Should().Be(model.Describe());
            readings.Add((clock.Step(), rows));
        }

        foreach ((DateTimeOffset at, string rows) in readings)
        {
            (await ReadAsync(store, at)).Should().Be(rows);
        }

        await AssertCleanAsync(store);
    }

    private static async Task ApplyAsync(TestStore store, Model model, byte seed)
    {
        var random = new System.Random(seed);
        string id = $"{random.Next(6)}";
        if (random.Next(5) == 0)
        {
            await store.EraseAsync(id);
            model.Erase(id);
            return;
        }

        SurveyResponse response = Some.Response(id, random.Next(9, 11)) with
        {
            RespondedAt = Some.Noon.AddSeconds(4 * random.Next(4)),
            CustomerId = random.Next(5) == 0 ? null : "a",
            Comment = random.Next(4) == 0 ? "good" : null,
            Test = random.Next(6) == 0,
            Locale = random.Next(3) == 0 ? "de" : null,
        };
        await store.AppendAsync(response);
        model.Append(response);
    }

    private static async Task<string> ReadAsync(TestStore store, DateTimeOffset? asOf)
    {
        IReadOnlyList<RatingStatistics> rows = await ReadRowsAsync(store, Some.Query() with { AsOf = asOf });
        return rows.Count == 0
            ? "nothing"
            : $"{rows.Single().Distribution[9]} {rows.Single().Distribution[10]} {rows.Single().Excluded}";
    }

    /// <summary>The rules, told once more as plainly as possible.</summary>
    private sealed class Model
    {
        // In the order in which contents were recorded.
        private readonly List<SurveyResponse> _current = [];
        private readonly HashSet<string> _erased = new(StringComparer.Ordinal);

        public void Append(SurveyResponse response)
        {
            int known = _current.FindIndex(other => other.Id == response.Id);
            if (_erased.Contains(response.Id) || (known >= 0 && _current[known].HasSameContentAs(response)))
            {
                return;
            }

            if (known >= 0)
            {
                _current.RemoveAt(known);
            }

            _current.Add(response);
        }

        public void Erase(string id)
        {
            if (_current.RemoveAll(response => response.Id == id) > 0)
            {
                _erased.Add(id);
            }
        }

        public string Describe()
        {
            SurveyResponse[] real = [.. _current.Where(response => !response.Test)];
            SurveyResponse[] suspected = [.. real.Where((response, index) => real.Take(index).Any(Repeats(response)))];
            SurveyResponse[] counted =
            [
                .. real.Except(suspected, ReferenceEqualityComparer.Instance).Cast<SurveyResponse>(),
            ];
            var excluded = new ExcludedAnswers(_erased.Count, _current.Count - real.Length, suspected.Length);
            return _current.Count + _erased.Count == 0
                ? "nothing"
                : $"{Count(counted, 9)} {Count(counted, 10)} {excluded}";
        }

        private static int Count(SurveyResponse[] responses, int score) =>
            responses.Count(response => response.Answers[0].Score == score);

        private static Func<SurveyResponse, bool> Repeats(SurveyResponse response) =>
            other =>
                response.CustomerId is not null
                && other.CustomerId == response.CustomerId
                && other.Comment == response.Comment
                && other.Answers[0].Score == response.Answers[0].Score
                && (other.RespondedAt - response.RespondedAt).Duration() <= TimeSpan.FromSeconds(5);
    }
}
