using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Surveys;

/// <summary>Reads surveys within any transaction: the writer answers a declaration with what it has just stored.</summary>
internal static class SqlServerSurveyReader
{
    private static readonly SqlServerStatement FindSurvey = new(
        "SELECT s.SurveyKey, s.Name, s.Kind, s.Title FROM Surveys AS s WHERE s.Name = @Name",
        "Name"
    );

    private static readonly SqlServerStatement ListSurveys = new(
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

    /// <summary>A survey as the transaction sees it; null when there is none.</summary>
    public static Survey? Find(SqlTransaction transaction, string key)
    {
        List<SurveyRow> surveys = transaction.Query<SurveyRow>(FindSurvey, Named(key));
        return surveys.Count == 0
            ? null
            : Join(surveys, transaction.Query<SurveyQuestionRow>(FindQuestions, KeysOf(surveys)))[0];
    }

    public static async Task<Survey?> FindAsync(
        SqlTransaction snapshot,
        string key,
        CancellationToken cancellationToken
    )
    {
        List<SurveyRow> surveys = await snapshot.QueryAsync<SurveyRow>(FindSurvey, Named(key), cancellationToken);
        return (await WithQuestionsAsync(snapshot, surveys, cancellationToken)).SingleOrDefault();
    }

    public static async Task<IReadOnlyList<Survey>> ListAsync(
        SqlTransaction snapshot,
        string? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        SqlServerParameters parameters = new SqlServerParameters().Text("After", after).Int("Limit", limit);
        List<SurveyRow> surveys = await snapshot.QueryAsync<SurveyRow>(ListSurveys, parameters, cancellationToken);
        return await WithQuestionsAsync(snapshot, surveys, cancellationToken);
    }

    private static async Task<List<Survey>> WithQuestionsAsync(
        SqlTransaction snapshot,
        List<SurveyRow> surveys,
        CancellationToken cancellationToken
    ) =>
        surveys.Count == 0
            ? []
            : Join(
                surveys,
                await snapshot.QueryAsync<SurveyQuestionRow>(FindQuestions, KeysOf(surveys), cancellationToken)
            );

    private static List<Survey> Join(List<SurveyRow> surveys, List<SurveyQuestionRow> questions)
    {
        ILookup<long, SurveyQuestionRow> bySurvey = questions.ToLookup(question => question.SurveyKey);
        return surveys.ConvertAll(survey => survey.ToSurvey(bySurvey[survey.SurveyKey]));
    }

    private static SqlServerParameters Named(string key) => new SqlServerParameters().Text("Name", key);

    private static SqlServerParameters KeysOf(List<SurveyRow> surveys) =>
        new SqlServerParameters().Table(
            "Keys",
            SqlServerResponseSql.ToKeyRows(surveys.Select(survey => survey.SurveyKey))
        );
}
