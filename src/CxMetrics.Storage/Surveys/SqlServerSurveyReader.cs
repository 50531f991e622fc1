using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Surveys;

/// <summary>Reads surveys within any transaction: the writer answers a declaration with what it has just stored.</summary>
internal static class SqlServerSurveyReader
{
    private static readonly SqlServerStatement FindOne = new(
        "SELECT s.SurveyKey, s.Name, s.Kind, s.Title FROM Surveys AS s WHERE s.Name = @Name",
        "Name"
    );

    private static readonly SqlServerStatement ListPage = new(
        """
        SELECT s.SurveyKey, s.Name, s.Kind, s.Title
        FROM Surveys AS s
        WHERE @After IS NULL OR s.Name > @After
        ORDER BY s.Name
        OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY
        """,
        "After",
        "Limit"
    );

    private static readonly SqlServerStatement FindQuestions = new(
        """
        SELECT
            q.SurveyKey, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection, q.Text,
            q.SatisfiedFrom, q.AgreeFrom, q.EasyFrom, q.DifficultFrom
        FROM @Keys AS k
        JOIN Questions AS q ON q.SurveyKey = k.RowKey
        ORDER BY q.SurveyKey, q.Name
        """,
        "Keys"
    );

    public static Survey? Find(SqlTransaction transaction, string key)
    {
        List<SurveyRow> rows = transaction.Query<SurveyRow>(FindOne, new SqlServerParameters().Text("Name", key));
        return rows.Count == 0
            ? null
            : WithQuestions(rows, transaction.Query<SurveyQuestionRow>(FindQuestions, KeysOf(rows)))[0];
    }

    public static async Task<Survey?> FindAsync(
        SqlTransaction snapshot,
        string key,
        CancellationToken cancellationToken
    )
    {
        SqlServerParameters parameters = new SqlServerParameters().Text("Name", key);
        List<SurveyRow> rows = await snapshot.QueryAsync<SurveyRow>(FindOne, parameters, cancellationToken);
        return (await WithQuestionsAsync(snapshot, rows, cancellationToken)).SingleOrDefault();
    }

    public static async Task<IReadOnlyList<Survey>> ListAsync(
        SqlTransaction snapshot,
        string? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        SqlServerParameters parameters = new SqlServerParameters().Text("After", after).Int("Limit", limit);
        List<SurveyRow> rows = await snapshot.QueryAsync<SurveyRow>(ListPage, parameters, cancellationToken);
        return await WithQuestionsAsync(snapshot, rows, cancellationToken);
    }

    private static async Task<List<Survey>> WithQuestionsAsync(
        SqlTransaction snapshot,
        List<SurveyRow> rows,
        CancellationToken cancellationToken
    ) =>
        rows.Count == 0
            ? []
            : WithQuestions(
                rows,
                await snapshot.QueryAsync<SurveyQuestionRow>(FindQuestions, KeysOf(rows), cancellationToken)
            );

    private static List<Survey> WithQuestions(List<SurveyRow> rows, IEnumerable<SurveyQuestionRow> found)
    {
        ILookup<long, SurveyQuestionRow> questions = found.ToLookup(question => question.SurveyKey);
        return rows.ConvertAll(row => row.ToSurvey(questions[row.SurveyKey]));
    }

    private static SqlServerParameters KeysOf(IEnumerable<SurveyRow> rows) =>
        new SqlServerParameters().Table("Keys", SqlServerResponseSql.ToKeyRows(rows.Select(row => row.SurveyKey)));
}
