using System.Globalization;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Surveys;

/// <summary>Turns the body of a declaration into a <see cref="SurveyDeclaration"/>, or into errors that name its members.</summary>
/// <remarks>What only the store can know, whether a question exists and on which scale, is checked there.</remarks>
internal sealed class SurveyDeclarationBinder
{
    public const int MaximumName = 200;
    public const int MaximumText = 2_000;
    public const int MaximumQuestions = 1_000;

    private readonly List<FactError> _errors = [];

    public IReadOnlyList<FactError> Errors => _errors;

    public SurveyDeclaration Bind(string key, SurveyDeclarationBody body)
    {
        IReadOnlyList<QuestionDeclarationBody> questions = body.Questions ?? [];
        if (questions.Count > MaximumQuestions)
        {
            Add("questions", FactErrorCodes.TooMany, $"A survey has at most {MaximumQuestions} questions here.");
        }

        return new SurveyDeclaration(
            Text("survey", key, MaximumName, isRequired: true) ?? "",
            body.Kind,
            Text("title", body.Title, MaximumName),
            BindQuestions(questions)
        );
    }

    private List<QuestionDeclaration> BindQuestions(IReadOnlyList<QuestionDeclarationBody> questions)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var declared = new List<QuestionDeclaration>();
        for (int index = 0; index < questions.Count; index++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"questions[{index}]");
            if (questions[index] is not { } question)
            {
                Add(path, FactErrorCodes.WrongType, "A question is an object.");
                continue;
            }

            string? name = Text($"{path}.name", question.Name, MaximumName, isRequired: true);
            if (name is not null && !names.Add(name))
            {
                Add($"{path}.name", FactErrorCodes.DuplicateMember, $"The question '{name}' is declared twice.");
            }

            declared.Add(
                new QuestionDeclaration(
                    name ?? "",
                    question.Metric,
                    BindScale(path, question),
                    Text($"{path}.text", question.Text, MaximumText),
                    new QuestionThresholds(
                        question.SatisfiedFrom,
                        question.AgreeFrom,
                        question.EasyFrom,
                        question.DifficultFrom
                    )
                )
            );
        }

        return declared;
    }

    private RatingScale? BindScale(string path, QuestionDeclarationBody question)
    {
        if (question.Scale is not { } scale)
        {
            return null;
        }

        long points = (long)scale.Max - scale.Min + 1;
        if (points is >= 2 and <= RatingScale.MaximumPoints)
        {
            return new RatingScale(scale.Min, scale.Max, scale.Direction);
        }

        Add(
            $"{path}.scale",
            FactErrorCodes.OutOfRange,
            $"A scale has 2 to {RatingScale.MaximumPoints} points, its lower end first; {scale.Min} to {scale.Max} is none."
        );
        return null;
    }

    // As in facts: trimmed, and absent when nothing is left.
    private string? Text(string member, string? given, int most, bool isRequired = false)
    {
        string? text = string.IsNullOrWhiteSpace(given) ? null : given.Trim();
        if (text is null && isRequired)
        {
            Add(member, FactErrorCodes.Required, $"{member} must not be empty.");
        }
        else if (text?.Length > most)
        {
            Add(member, FactErrorCodes.TooLong, $"{member} has {text.Length} characters; at most {most} are allowed.");
        }
        else if (text?.Contains('\0', StringComparison.Ordinal) == true)
        {
            Add(member, FactErrorCodes.BadText, $"{member} contains NUL.");
        }

        return text;
    }

    private void Add(string member, string code, string message) => _errors.Add(new FactError(member, code, message));
}
