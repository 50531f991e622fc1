using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads scores: from daily counts where those say everything, from the facts where they do not.</summary>
internal sealed class SqliteRatingStatisticsStore(SqliteReaders readers, ReportingCalendar calendar)
    : IRatingStatisticsStore
{
    private const string QuestionsSql = """
        SELECT
            q.QuestionKey, s.Name AS Survey, s.Kind, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection,
            q.SatisfiedFrom, q.AgreeFrom, q.EasyFrom, q.DifficultFrom
        FROM Questions AS q
        JOIN Surveys AS s ON s.SurveyKey = q.SurveyKey
        WHERE (@Metric IS NULL OR q.Metric = @Metric)
            AND (@Surveys IS NULL OR s.Name IN (SELECT value FROM json_each(@Surveys)))
            AND (@Questions IS NULL OR q.Name IN (SELECT value FROM json_each(@Questions)))
        ORDER BY s.Name, q.Name
        """;

    public Task<RatingReading> ReadAsync(RatingStatisticsQuery query, CancellationToken cancellationToken) =>
        readers.ReadAsync(connection => Read(connection, query), cancellationToken);

    public Task<IReadOnlyList<Question>> ListQuestionsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<Question>>(
            connection => [.. ReadQuestions(connection, null, null, null).Select(row => row.ToQuestion())],
            cancellationToken
        );

    private RatingReading Read(SqliteConnection connection, RatingStatisticsQuery query)
    {
        List<QuestionRow> asked = ReadQuestions(
            connection,
            query.Metric,
            query.Filters.GetValueOrDefault(Dimension.Survey),
            query.Filters.GetValueOrDefault(Dimension.Question)
        );
        UnitPlan plan = UnitPlan.For(query, asked);
        var filter = new CountFilter(
            FilterKeys(connection, query, Dimension.Touchpoint),
            FilterKeys(connection, query, Dimension.Channel),
            FilterKeys(connection, query, Dimension.Segment)
        );
        return plan.ToReading([
            .. plan.ToParts(query, filter, calendar).SelectMany(part => Read(connection, query, part)),
        ]);
    }

    private List<RatingStatistics> Read(SqliteConnection connection, RatingStatisticsQuery query, StatisticsPart part)
    {
        if (part.IsCounted)
        {
            SqliteCountReader.Read(connection, part);
        }
        else
        {
            SqliteFactReader.Read(connection, part, calendar, query.AsOf);
        }

        part.Complete();
        return part.ToRows(
            NamesOf(connection, part, Dimension.Touchpoint),
            NamesOf(connection, part, Dimension.Channel),
            NamesOf(connection, part, Dimension.Segment)
        );
    }

    private static List<QuestionRow> ReadQuestions(
        SqliteConnection connection,
        RatingMetric? metric,
        IReadOnlyList<string?>? surveys,
        IReadOnlyList<string?>? questions
    )
    {
        var parameters = new
        {
            Metric = (long?)metric,
            Surveys = SqliteDimensionNames.ToJson(surveys),
            Questions = SqliteDimensionNames.ToJson(questions),
        };
        return connection.Query<QuestionRow>(new CommandDefinition(QuestionsSql, parameters)).AsList();
    }

    private static HashSet<long>? FilterKeys(
        SqliteConnection connection,
        RatingStatisticsQuery query,
        Dimension dimension
    ) =>
        query.Filters.TryGetValue(dimension, out IReadOnlyList<string?>? names)
            ? SqliteDimensionNames.FindKeys(connection, dimension, names)
            : null;

    private static Dictionary<long, string> NamesOf(
        SqliteConnection connection,
        StatisticsPart part,
        Dimension dimension
    ) =>
        part.KeysOf(dimension) is { Count: > 0 } keys
            ? SqliteDimensionNames.ReadNames(connection, dimension, keys)
            : [];
}
