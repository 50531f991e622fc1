using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Surveys;

/// <summary>Writes what is declared about a survey, within the transaction of the writing session.</summary>
internal sealed class SqliteSurveyDeclarations(SqliteConnection connection, SqliteResponseKeys keys) : IDisposable
{
    private const string UpdateSurveySql = """
        UPDATE Surveys SET Kind = @Kind, Title = @Title WHERE SurveyKey = @SurveyKey
        """;

    // A declaration is everything that holds: what it does not repeat holds no longer.
    private const string ClearQuestionsSql = """
        UPDATE Questions
        SET Text = NULL, SatisfiedFrom = NULL, AgreeFrom = NULL, EasyFrom = NULL, DifficultFrom = NULL
        WHERE SurveyKey = @SurveyKey
        """;

    private const string UpdateQuestionSql = """
        UPDATE Questions
        SET Text = @Text, SatisfiedFrom = @SatisfiedFrom, AgreeFrom = @AgreeFrom, EasyFrom = @EasyFrom,
            DifficultFrom = @DifficultFrom
        WHERE QuestionKey = @QuestionKey
        """;

    private readonly SqliteStatement _updateSurvey = new(connection, UpdateSurveySql);
    private readonly SqliteStatement _clearQuestions = new(connection, ClearQuestionsSql);
    private readonly SqliteStatement _updateQuestion = new(connection, UpdateQuestionSql);

    public DeclarationResult Declare(SurveyDeclaration declaration)
    {
        long? known = keys.FindSurvey(declaration.Key);
        DeclarationCheck check = Check(declaration, known);
        if (check.Errors.Count > 0)
        {
            return new DeclarationResult(AppendStatus.Committed, Survey: null, IsNew: false, check.Errors);
        }

        long surveyKey = known ?? keys.FindOrAddSurvey(declaration.Key);
        _updateSurvey.BindNumber(1, (long?)declaration.Kind).Bind(2, declaration.Title).Bind(3, surveyKey).Execute();
        _clearQuestions.Bind(1, surveyKey).Execute();
        foreach (ResolvedQuestion question in check.Questions)
        {
            Write(surveyKey, question);
        }

        return new DeclarationResult(
            AppendStatus.Committed,
            SqliteSurveyReader.Find(connection, declaration.Key),
            IsNew: known is null,
            []
        );
    }

    public void Dispose()
    {
        _updateSurvey.Dispose();
        _clearQuestions.Dispose();
        _updateQuestion.Dispose();
    }

    private DeclarationCheck Check(SurveyDeclaration declaration, long? surveyKey)
    {
        var check = new DeclarationCheck();
        for (int index = 0; index < declaration.Questions.Count; index++)
        {
            QuestionDeclaration declared = declaration.Questions[index];
            check.Add(index, declared, surveyKey is { } key ? keys.FindQuestion(key, declared.Name) : null);
        }

        return check;
    }

    private void Write(long surveyKey, ResolvedQuestion question)
    {
        QuestionDeclaration declared = question.Declaration;
        long questionKey =
            keys.FindQuestion(surveyKey, declared.Name)?.Key
            ?? keys.AddQuestion(surveyKey, declared.Name, question.Metric, question.Scale);
        _updateQuestion
            .Bind(1, declared.Text)
            .BindNumber(2, declared.Thresholds.SatisfiedFrom)
            .BindNumber(3, declared.Thresholds.AgreeFrom)
            .BindNumber(4, declared.Thresholds.EasyFrom)
            .BindNumber(5, declared.Thresholds.DifficultFrom)
            .Bind(6, questionKey)
            .Execute();
    }
}
