using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads scores: from daily counts where those say everything, from the facts where they do not.</summary>
internal sealed class SqlServerRatingStatisticsStore(SqlServerReaders readers, ReportingCalendar calendar)
    : IRatingStatisticsStore
{
    private static readonly SqlServerStatement FindQuestions = new(
        """
        SELECT
            q.QuestionKey, s.Name AS Survey, s.Kind, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection,
            q.SatisfiedFrom, q.AgreeFrom, q.EasyFrom, q.DifficultFrom
        FROM Questions AS q
        JOIN Surveys AS s ON s.SurveyKey = q.SurveyKey
        WHERE (@Metric IS NULL OR q.Metric = @Metric)
            AND (@AnySurvey = 1 OR s.Name IN (SELECT n.Name FROM @Surveys AS n))
            AND (@AnyQuestion = 1 OR q.Name IN (SELECT n.Name FROM @Questions AS n))
        ORDER BY s.Name, q.Name
        """,
        "Metric",
        "AnySurvey",
        "Surveys",
        "AnyQuestion",
        "Questions"
    );

    public Task<RatingReading> ReadAsync(RatingStatisticsQuery query, CancellationToken cancellationToken) =>
        readers.ReadAsync((snapshot, token) => ReadAsync(snapshot, query, token), cancellationToken);

    public Task<IReadOnlyList<Question>> ListQuestionsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<Question>>(
            async (snapshot, token) =>
            {
                List<QuestionRow> rows = await ReadQuestionsAsync(snapshot, null, null, null, token);
                return rows.ConvertAll(row => row.ToQuestion());
            },
            cancellationToken
        );

    private async Task<RatingReading> ReadAsync(
        SqlTransaction snapshot,
        RatingStatisticsQuery query,
        CancellationToken cancellationToken
    )
    {
        List<QuestionRow> asked = await ReadQuestionsAsync(
            snapshot,
            query.Metric,
            query.Filters.GetValueOrDefault(Dimension.Survey),
            query.Filters.GetValueOrDefault(Dimension.Question),
            cancellationToken
        );
        UnitPlan plan = UnitPlan.For(query, asked);
        var filter = new CountFilter(
            await FilterKeysAsync(snapshot, query, Dimension.Touchpoint, cancellationToken),
            await FilterKeysAsync(snapshot, query, Dimension.Channel, cancellationToken),
            await FilterKeysAsync(snapshot, query, Dimension.Segment, cancellationToken)
        );
        var rows = new List<RatingStatistics>();
        foreach ((UnitOfAnalysis unit, IReadOnlyList<QuestionRow> questions) in plan.Parts)
        {
            rows.AddRange(await ReadPartAsync(snapshot, query, unit, questions, filter, cancellationToken));
        }

        return new RatingReading(rows, [.. plan.Parts.Select(part => part.Unit)]) { MixedKinds = plan.Mixed };
    }

    private async Task<List<RatingStatistics>> ReadPartAsync(
        SqlTransaction snapshot,
        RatingStatisticsQuery query,
        UnitOfAnalysis unit,
        IReadOnlyList<QuestionRow> asked,
        CountFilter filter,
        CancellationToken cancellationToken
    )
    {
        var questions = new QuestionGroups(asked, query.GroupBy);
        var periods = new PeriodDays(query.Periods);
        var sums = new CountSums(periods, questions, query.GroupBy);
        IReadOnlyDictionary<StatisticsGroup, Dictionary<long, long[]>>? accounts = null;
        if (unit == UnitOfAnalysis.Answer && query.AsOf is null)
        {
            await SqlServerCountReader.ReadAsync(
                snapshot,
                questions.QuestionKeys,
                periods.Ranges(),
                CountLevels.For(query),
                filter,
                sums,
                cancellationToken
            );
        }
        else
        {
            var facts = new FactSums(calendar, periods, questions, filter, sums, unit);
            await SqlServerFactReader.ReadAsync(
                snapshot,
                calendar,
                periods.Ranges(),
                query.AsOf,
                facts,
                cancellationToken
            );
            accounts = facts.Finish();
        }

        return new StatisticsRows(query, unit, questions, accounts).Create(
            sums,
            await ReadNamesAsync(snapshot, query, questions, sums, cancellationToken)
        );
    }

    private static Task<List<QuestionRow>> ReadQuestionsAsync(
        SqlTransaction snapshot,
        RatingMetric? metric,
        IReadOnlyList<string?>? surveys,
        IReadOnlyList<string?>? questions,
        CancellationToken cancellationToken
    )
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .Int("Metric", (int?)metric)
            .Int("AnySurvey", surveys is null ? 1 : 0)
            .Table("Surveys", SqlServerDimensionNames.ToNameRows(surveys ?? []))
            .Int("AnyQuestion", questions is null ? 1 : 0)
            .Table("Questions", SqlServerDimensionNames.ToNameRows(questions ?? []));
        return snapshot.QueryAsync<QuestionRow>(FindQuestions, parameters, cancellationToken);
    }

    private static async Task<HashSet<long>?> FilterKeysAsync(
        SqlTransaction snapshot,
        RatingStatisticsQuery query,
        Dimension dimension,
        CancellationToken cancellationToken
    ) =>
        query.Filters.TryGetValue(dimension, out IReadOnlyList<string?>? names)
            ? await SqlServerDimensionNames.FindKeysAsync(snapshot, dimension, names, cancellationToken)
            : null;

    private static async Task<GroupNames> ReadNamesAsync(
        SqlTransaction snapshot,
        RatingStatisticsQuery query,
        QuestionGroups questions,
        CountSums sums,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<StatisticsGroup> groups = sums.Sums.Keys;
        return new GroupNames(
            questions,
            await NamesOfAsync(Dimension.Touchpoint, groups.Select(group => group.Touchpoint)),
            await NamesOfAsync(Dimension.Channel, groups.Select(group => group.Channel)),
            await NamesOfAsync(Dimension.Segment, groups.Select(group => group.Segment))
        );

        async Task<Dictionary<long, string>> NamesOfAsync(Dimension dimension, IEnumerable<long> keys) =>
            query.GroupBy.Contains(dimension)
                ? await SqlServerDimensionNames.ReadNamesAsync(snapshot, dimension, keys, cancellationToken)
                : [];
    }
}
