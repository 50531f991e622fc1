using System.Text.Json;
using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads scores from daily counts alone, so that a read costs days and groups, not responses.</summary>
/// <remarks>Rows are added up here rather than by SQL: grouping there has to sort them first.</remarks>
internal sealed class SqliteRatingStatisticsStore(SqliteReaders readers) : IRatingStatisticsStore
{
    private const string QuestionsSql = """
        SELECT q.QuestionKey, s.Name AS Survey, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection
        FROM Questions AS q
        JOIN Surveys AS s ON s.SurveyKey = q.SurveyKey
        WHERE (@Metric IS NULL OR q.Metric = @Metric)
            AND (@Surveys IS NULL OR s.Name IN (SELECT value FROM json_each(@Surveys)))
            AND (@Questions IS NULL OR q.Name IN (SELECT value FROM json_each(@Questions)))
        ORDER BY s.Name, q.Name
        """;

    private const string CountsSql = """
        SELECT
            c.QuestionKey, c.Day, c.TouchpointKey, c.ChannelKey, c.SegmentKey,
            c.Score0, c.Score1, c.Score2, c.Score3, c.Score4, c.Score5, c.Score6, c.Score7, c.Score8, c.Score9,
            c.Score10, c.TestAnswers
        FROM json_each(@QuestionKeys) AS q
        CROSS JOIN json_each(@DayRanges) AS d
        CROSS JOIN DailyCounts AS c
        WHERE c.QuestionKey = q.value AND c.Level = @Level AND c.Day >= d.value ->> 0 AND c.Day < d.value ->> 1
        """;

    private const int FirstCounter = 5;

    public Task<IReadOnlyList<RatingStatistics>> ReadAsync(
        RatingStatisticsQuery query,
        CancellationToken cancellationToken
    ) => readers.ReadAsync<IReadOnlyList<RatingStatistics>>(connection => Read(connection, query), cancellationToken);

    public Task<IReadOnlyList<Question>> ListQuestionsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<Question>>(
            connection => [.. ReadQuestions(connection, null, null, null).Select(row => row.ToQuestion())],
            cancellationToken
        );

    private static List<RatingStatistics> Read(SqliteConnection connection, RatingStatisticsQuery query)
    {
        IEnumerable<QuestionRow> asked = ReadQuestions(
            connection,
            query.Metric,
            query.Filters.GetValueOrDefault(Dimension.Survey),
            query.Filters.GetValueOrDefault(Dimension.Question)
        );
        var questions = new QuestionGroups(asked, query.GroupBy);
        var periods = new PeriodDays(query.Periods);
        var sums = new CountSums(periods, questions, query.GroupBy);
        var filter = new CountFilter(
            FilterKeys(connection, query, Dimension.Touchpoint),
            FilterKeys(connection, query, Dimension.Channel),
            FilterKeys(connection, query, Dimension.Segment)
        );

        using var rows = new SqliteStatement(connection, CountsSql);
        rows.Bind(1, JsonSerializer.Serialize(questions.QuestionKeys))
            .Bind(2, JsonSerializer.Serialize(periods.Ranges()))
            .Bind(3, (long)CountLevels.For(query));
        AddUp(rows, filter, sums);
        return Name(connection, query, questions, sums);
    }

    private static IEnumerable<QuestionRow> ReadQuestions(
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
        return connection.Query<QuestionRow>(new CommandDefinition(QuestionsSql, parameters));
    }

    private static HashSet<long>? FilterKeys(
        SqliteConnection connection,
        RatingStatisticsQuery query,
        Dimension dimension
    ) =>
        query.Filters.TryGetValue(dimension, out IReadOnlyList<string?>? names)
            ? SqliteDimensionNames.FindKeys(connection, dimension, names)
            : null;

    private static void AddUp(SqliteStatement rows, CountFilter filter, CountSums sums)
    {
        while (rows.Step())
        {
            (long touchpoint, long channel, long segment) = (rows.Int64(2), rows.Int64(3), rows.Int64(4));
            if (!filter.Includes(touchpoint, channel, segment))
            {
                continue;
            }

            long[] counters = sums.Of(rows.Int64(0), (int)rows.Int64(1), touchpoint, channel, segment);
            for (int index = 0; index < counters.Length; index++)
            {
                counters[index] += rows.Int64(FirstCounter + index);
            }
        }
    }

    private static List<RatingStatistics> Name(
        SqliteConnection connection,
        RatingStatisticsQuery query,
        QuestionGroups questions,
        CountSums sums
    )
    {
        var names = new GroupNames(
            questions,
            NamesOf(connection, query, Dimension.Touchpoint, sums.Sums.Keys.Select(group => group.Touchpoint)),
            NamesOf(connection, query, Dimension.Channel, sums.Sums.Keys.Select(group => group.Channel)),
            NamesOf(connection, query, Dimension.Segment, sums.Sums.Keys.Select(group => group.Segment))
        );
        return RatingStatisticsRows.From(query, sums, names);
    }

    private static Dictionary<long, string> NamesOf(
        SqliteConnection connection,
        RatingStatisticsQuery query,
        Dimension dimension,
        IEnumerable<long> keys
    ) =>
        query.GroupBy.Contains(dimension) ? SqliteDimensionNames.ReadNames(connection, dimension, keys.Distinct()) : [];
}
