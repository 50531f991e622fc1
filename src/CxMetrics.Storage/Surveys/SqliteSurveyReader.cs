using System.Text.Json;
using CxMetrics.Domain.Surveys;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Surveys;

/// <summary>Reads surveys over any connection: the writer answers a declaration with what it has just stored.</summary>
internal static class SqliteSurveyReader
{
    private const string FindSql = "SELECT SurveyKey, Name, Kind, Title FROM Surveys WHERE Name = @key";

    private const string ListSql = """
        SELECT SurveyKey, Name, Kind, Title
        FROM Surveys
        WHERE @after IS NULL OR Name > @after
        ORDER BY Name
        LIMIT @limit
        """;

    private const string QuestionsSql = """
        SELECT
            SurveyKey, Name, Metric, ScaleMinimum, ScaleMaximum, ScaleDirection, Text,
            SatisfiedFrom, AgreeFrom, EasyFrom, DifficultFrom
        FROM Questions
        WHERE SurveyKey IN (SELECT value FROM json_each(@SurveyKeys))
        ORDER BY SurveyKey, Name
        """;

    public static Survey? Find(SqliteConnection connection, string key)
    {
        SurveyRow? row = connection.QuerySingleOrDefault<SurveyRow>(new CommandDefinition(FindSql, new { key }));
        return row is null ? null : WithQuestions(connection, [row])[0];
    }

    public static IReadOnlyList<Survey> List(SqliteConnection connection, string? after, int limit) =>
        WithQuestions(
            connection,
            connection.Query<SurveyRow>(new CommandDefinition(ListSql, new { after, limit })).AsList()
        );

    private static List<Survey> WithQuestions(SqliteConnection connection, List<SurveyRow> rows)
    {
        var parameters = new { SurveyKeys = JsonSerializer.Serialize(rows.Select(row => row.SurveyKey)) };
        ILookup<long, SurveyQuestionRow> questions = connection
            .Query<SurveyQuestionRow>(new CommandDefinition(QuestionsSql, parameters))
            .ToLookup(question => question.SurveyKey);
        return rows.ConvertAll(row => row.ToSurvey(questions[row.SurveyKey]));
    }
}
