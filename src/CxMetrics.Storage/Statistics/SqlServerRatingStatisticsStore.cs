using System.Data.Common;
using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads scores from daily counts alone, so that a read costs days and groups, not responses.</summary>
/// <remarks>Rows are added up here as for the other dialect: periods and scales are known here, and the rows are few.</remarks>
internal sealed class SqlServerRatingStatisticsStore(SqlServerReaders readers) : IRatingStatisticsStore
{
    private const int FirstCounter = 5;

    private static readonly SqlServerStatement FindQuestions = new(
        """
        SELECT q.QuestionKey, s.Name AS Survey, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection
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

    private static readonly SqlServerStatement ReadCounts = new(
        """
        SELECT
            c.QuestionKey, c.Day, c.TouchpointKey, c.ChannelKey, c.SegmentKey,
            c.Score0, c.Score1, c.Score2, c.Score3, c.Score4, c.Score5, c.Score6, c.Score7, c.Score8, c.Score9,
            c.Score10, c.TestAnswers
        FROM @QuestionKeys AS q
        CROSS JOIN @DayRanges AS d
        JOIN DailyCounts AS c
            ON c.QuestionKey = q.RowKey AND c.Level = @Level AND c.Day >= d.FirstDay AND c.Day < d.EndDay
        """,
        "QuestionKeys",
        "DayRanges",
        "Level"
    );

    public Task<IReadOnlyList<RatingStatistics>> ReadAsync(
        RatingStatisticsQuery query,
        CancellationToken cancellationToken
    ) => readers.ReadAsync((snapshot, token) => ReadAsync(snapshot, query, token), cancellationToken);

    public Task<IReadOnlyList<Question>> ListQuestionsAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<Question>>(
            async (snapshot, token) =>
            {
                List<QuestionRow> rows = await ReadQuestionsAsync(snapshot, null, null, null, token);
                return rows.ConvertAll(row => row.ToQuestion());
            },
            cancellationToken
        );

    private static async Task<IReadOnlyList<RatingStatistics>> ReadAsync(
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
        var questions = new QuestionGroups(asked, query.GroupBy);
        var periods = new PeriodDays(query.Periods);
        var sums = new CountSums(periods, questions, query.GroupBy);
        var filter = new CountFilter(
            await FilterKeysAsync(snapshot, query, Dimension.Touchpoint, cancellationToken),
            await FilterKeysAsync(snapshot, query, Dimension.Channel, cancellationToken),
            await FilterKeysAsync(snapshot, query, Dimension.Segment, cancellationToken)
        );
        if (questions.QuestionKeys.Count == 0 || query.Periods.Count == 0)
        {
            return [];
        }

        SqlServerParameters parameters = new SqlServerParameters()
            .Table("QuestionKeys", SqlServerResponseSql.ToKeyRows(questions.QuestionKeys))
            .Table("DayRanges", ToRows(periods))
            .Int("Level", (int)CountLevels.For(query));
        await using (DbDataReader rows = await snapshot.ReadAsync(ReadCounts, parameters, cancellationToken))
        {
            await AddUpAsync(rows, filter, sums, cancellationToken);
        }

        return await NameAsync(snapshot, query, questions, sums, cancellationToken);
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

    private static async Task AddUpAsync(
        DbDataReader rows,
        CountFilter filter,
        CountSums sums,
        CancellationToken cancellationToken
    )
    {
        while (await rows.ReadAsync(cancellationToken))
        {
            (int touchpoint, int channel, int segment) = (rows.GetInt32(2), rows.GetInt32(3), rows.GetInt32(4));
            if (!filter.Includes(touchpoint, channel, segment))
            {
                continue;
            }

            long[] counters = sums.Of(rows.GetInt32(0), rows.GetInt32(1), touchpoint, channel, segment);
            for (int index = 0; index < counters.Length; index++)
            {
                counters[index] += rows.GetInt32(FirstCounter + index);
            }
        }
    }

    private static async Task<IReadOnlyList<RatingStatistics>> NameAsync(
        SqlTransaction snapshot,
        RatingStatisticsQuery query,
        QuestionGroups questions,
        CountSums sums,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<StatisticsGroup> groups = sums.Sums.Keys;
        var names = new GroupNames(
            questions,
            await NamesOfAsync(Dimension.Touchpoint, groups.Select(group => group.Touchpoint)),
            await NamesOfAsync(Dimension.Channel, groups.Select(group => group.Channel)),
            await NamesOfAsync(Dimension.Segment, groups.Select(group => group.Segment))
        );
        return RatingStatisticsRows.From(query, sums, names);

        async Task<Dictionary<long, string>> NamesOfAsync(Dimension dimension, IEnumerable<long> keys) =>
            query.GroupBy.Contains(dimension)
                ? await SqlServerDimensionNames.ReadNamesAsync(snapshot, dimension, keys, cancellationToken)
                : [];
    }

    private static SqlServerRows ToRows(PeriodDays periods)
    {
        var rows = new SqlServerRows(SqlServerRowType.DayRanges);
        foreach (int[] range in periods.Ranges())
        {
            rows.Add(range[0], range[1]);
        }

        return rows;
    }
}
