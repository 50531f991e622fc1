using System.Globalization;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Json;

/// <summary>Calls the parts of a response by their path in JSON.</summary>
internal sealed class JsonFieldNames : IResponseFieldNames
{
    public string Of(ResponseMember member) => ResponseMembers.Names[member];

    public string OfAnswer(int answer, AnswerMember member) =>
        string.Create(CultureInfo.InvariantCulture, $"answers[{answer}].{PathOf(member)}");

    public string OfAttribute(string name) => $"attributes.{FactText.Show(name)}";

    private static string PathOf(AnswerMember member) =>
        member switch
        {
            AnswerMember.Question or AnswerMember.Metric or AnswerMember.Score or AnswerMember.Scale =>
                AnswerMembers.Names[member],
            AnswerMember.ScaleMinimum or AnswerMember.ScaleMaximum or AnswerMember.Direction =>
                $"scale.{AnswerMembers.ScaleNames[member]}",
        };
}
