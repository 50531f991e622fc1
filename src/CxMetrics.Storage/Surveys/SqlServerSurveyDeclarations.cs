using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Statistics;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Surveys;

/// <summary>Writes what is declared about a survey, in a transaction of its own.</summary>
internal sealed class SqlServerSurveyDeclarations(SqlTransaction transaction)
{
    // Held, so that two declarations of one survey follow each other; where there is no row yet, the unique index decides.
    private static readonly SqlServerStatement FindSurvey = new(
        "SELECT s.SurveyKey FROM Surveys AS s WITH (UPDLOCK, ROWLOCK) WHERE s.Name = @Name",
        "Name"
    );

    private static readonly SqlServerStatement AddSurvey = new(
        "INSERT INTO Surveys (Name) OUTPUT inserted.SurveyKey VALUES (@Name)",
        "Name"
    );

    private static readonly SqlServerStatement UpdateSurvey = new(
        "UPDATE Surveys SET Kind = @Kind, Title = @Title WHERE SurveyKey = @SurveyKey",
        "Kind",
        "Title",
        "SurveyKey"
    );

    private static readonly SqlServerStatement FindQuestions = new(
        """
        SELECT q.QuestionKey, q.Name, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection
        FROM Questions AS q
        WHERE q.SurveyKey = @SurveyKey
        """,
        "SurveyKey"
    );

    // A declaration is everything that holds: what it does not repeat holds no longer.
    private static readonly SqlServerStatement ClearQuestions = new(
        """
        UPDATE Questions
        SET Text = NULL, SatisfiedFrom = NULL, AgreeFrom = NULL, EasyFrom = NULL, DifficultFrom = NULL
        WHERE SurveyKey = @SurveyKey
        """,
        "SurveyKey"
    );

    private static readonly SqlServerStatement AddQuestion = new(
        """
        INSERT INTO Questions (SurveyKey, Name, Metric, ScaleMinimum, ScaleMaximum, ScaleDirection)
        OUTPUT inserted.QuestionKey
        VALUES (@SurveyKey, @Name, @Metric, @ScaleMinimum, @ScaleMaximum, @ScaleDirection)
        """,
        "SurveyKey",
        "Name",
        "Metric",
        "ScaleMinimum",
        "ScaleMaximum",
        "ScaleDirection"
    );

    private static readonly SqlServerStatement UpdateQuestion = new(
        """
        UPDATE Questions
        SET Text = @Text, SatisfiedFrom = @SatisfiedFrom, AgreeFrom = @AgreeFrom, EasyFrom = @EasyFrom,
            DifficultFrom = @DifficultFrom
        WHERE QuestionKey = @QuestionKey
        """,
        "Text",
        "SatisfiedFrom",
        "AgreeFrom",
        "EasyFrom",
        "DifficultFrom",
        "QuestionKey"
    );

    public DeclarationResult Declare(SurveyDeclaration declaration)
    {
        List<long> found = transaction.Query<long>(FindSurvey, new SqlServerParameters().Text("Name", declaration.Key));
        Dictionary<string, KnownQuestion> known = found.Count == 0 ? [] : ReadQuestions(found[0]);
        DeclarationCheck check = Check(declaration, known);
        if (check.Errors.Count > 0)
        {
            return new DeclarationResult(AppendStatus.Committed, Survey: null, IsNew: false, check.Errors);
        }

        Write(declaration, found.Count == 0 ? AddSurveyRow(declaration.Key) : found[0], check, known);
        return new DeclarationResult(
            AppendStatus.Committed,
            SqlServerSurveyReader.Find(transaction, declaration.Key),
            IsNew: found.Count == 0,
            []
        );
    }

    private static DeclarationCheck Check(SurveyDeclaration declaration, Dictionary<string, KnownQuestion> known)
    {
        var check = new DeclarationCheck();
        for (int index = 0; index < declaration.Questions.Count; index++)
        {
            QuestionDeclaration declared = declaration.Questions[index];
            check.Add(index, declared, known.GetValueOrDefault(declared.Name));
        }

        return check;
    }

    private Dictionary<string, KnownQuestion> ReadQuestions(long surveyKey) =>
        transaction
            .Query<QuestionRow>(FindQuestions, new SqlServerParameters().BigInt("SurveyKey", surveyKey))
            .ToDictionary(
                row => row.Name,
                row => new KnownQuestion(row.QuestionKey, (RatingMetric)row.Metric, row.Scale),
                StringComparer.Ordinal
            );

    private long AddSurveyRow(string name) =>
        transaction.Query<long>(AddSurvey, new SqlServerParameters().Text("Name", name)).Single();

    private void Write(
        SurveyDeclaration declaration,
        long surveyKey,
        DeclarationCheck check,
        Dictionary<string, KnownQuestion> known
    )
    {
        SqlServerParameters survey = new SqlServerParameters()
            .Int("Kind", (int?)declaration.Kind)
            .Text("Title", declaration.Title)
            .BigInt("SurveyKey", surveyKey);
        transaction.Execute(UpdateSurvey, survey);
        transaction.Execute(ClearQuestions, new SqlServerParameters().BigInt("SurveyKey", surveyKey));
        foreach (ResolvedQuestion question in check.Questions)
        {
            long questionKey = known.TryGetValue(question.Declaration.Name, out KnownQuestion? existing)
                ? existing.Key
                : AddQuestionRow(surveyKey, question);
            WriteQuestion(questionKey, question.Declaration);
        }
    }

    private long AddQuestionRow(long surveyKey, ResolvedQuestion question)
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .BigInt("SurveyKey", surveyKey)
            .Text("Name", question.Declaration.Name)
            .Int("Metric", (int)question.Metric)
            .Int("ScaleMinimum", question.Scale.Minimum)
            .Int("ScaleMaximum", question.Scale.Maximum)
            .Int("ScaleDirection", (int)question.Scale.Direction);
        return transaction.Query<long>(AddQuestion, parameters).Single();
    }

    private void WriteQuestion(long questionKey, QuestionDeclaration declared)
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .Text("Text", declared.Text)
            .Int("SatisfiedFrom", declared.Thresholds.SatisfiedFrom)
            .Int("AgreeFrom", declared.Thresholds.AgreeFrom)
            .Int("EasyFrom", declared.Thresholds.EasyFrom)
            .Int("DifficultFrom", declared.Thresholds.DifficultFrom)
            .BigInt("QuestionKey", questionKey);
        transaction.Execute(UpdateQuestion, parameters);
    }
}
