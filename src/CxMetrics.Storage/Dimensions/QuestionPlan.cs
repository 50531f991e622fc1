using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Responses;

namespace CxMetrics.Storage.Dimensions;

/// <summary>Goes through a group in order, as if its facts were stored one by one: whose first answer fixes which question.</summary>
internal static class QuestionPlan
{
    /// <summary>Sets each fact's refusal, and returns the questions to add with the answers that fix them.</summary>
    public static Dictionary<(string Survey, string Name), Answer> Make(
        IReadOnlyList<WriteFact> facts,
        Dictionary<(string Survey, string Name), KnownQuestion> known
    )
    {
        var added = new Dictionary<(string Survey, string Name), Answer>();
        foreach (WriteFact fact in facts)
        {
            SurveyResponse response = fact.Response;
            fact.Refusal = FindContradiction(response, known, added);
            if (fact.Refusal is not null)
            {
                continue;
            }

            foreach (Answer answer in response.Answers.Where(answer => !known.ContainsKey(Name(response, answer))))
            {
                added.TryAdd(Name(response, answer), answer);
            }
        }

        return added;
    }

    private static (string Survey, string Name) Name(SurveyResponse response, Answer answer) =>
        (response.Survey, answer.Question);

    private static FactError? FindContradiction(
        SurveyResponse response,
        Dictionary<(string Survey, string Name), KnownQuestion> known,
        Dictionary<(string Survey, string Name), Answer> added
    )
    {
        for (int index = 0; index < response.Answers.Count; index++)
        {
            Answer answer = response.Answers[index];
            (string, string) name = Name(response, answer);
            KnownQuestion? question =
                known.TryGetValue(name, out KnownQuestion? stored) ? stored
                : added.TryGetValue(name, out Answer? first) ? KnownQuestion.FixedBy(first)
                : null;
            if (
                question is not null
                && QuestionContradiction.Find(response.Survey, question, answer, index) is { } error
            )
            {
                return error;
            }
        }

        return null;
    }
}
