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
        foreach (StatisticsPart part in plan.ToParts(query, filter, calendar).Where(part => !part.IsEmpty))
        {
            rows.AddRange(await ReadAsync(snapshot, query, part, cancellationToken));
        }

        return plan.ToReading(rows);
    }

    private async Task<List<RatingStatistics>> ReadAsync(
        SqlTransaction snapshot,
        RatingStatisticsQuery query,
        StatisticsPart part,
        CancellationToken cancellationToken
    )
    {
        if (part.IsCounted)
        {
            await SqlServerCountReader.ReadAsync(snapshot, part, cancellationToken);
        }
        else
        {
            await SqlServerFactReader.ReadAsync(snapshot, part, calendar, query.AsOf, cancellationToken);
        }

        part.Complete();
        return part.ToRows(
            await NamesOfAsync(snapshot, part, Dimension.Touchpoint, cancellationToken),
            await NamesOfAsync(snapshot, part, Dimension.Channel, cancellationToken),
            await NamesOfAsync(snapshot, part, Dimension.Segment, cancellationToken)
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

    private static async Task<Dictionary<long, string>> NamesOfAsync(
        SqlTransaction snapshot,
        StatisticsPart part,
        Dimension dimension,
        CancellationToken cancellationToken
    ) =>
        part.KeysOf(dimension) is { Count: > 0 } keys
            ? await SqlServerDimensionNames.ReadNamesAsync(snapshot, dimension, keys, cancellationToken)
            : [];
}
