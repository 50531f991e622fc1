using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Responses;

internal static class WriteGroupRules
{
    /// <summary>Throws for a response that no caller may send, before anything of its group is in the database.</summary>
    public static void Confirm(WriteGroup group)
    {
        foreach (SurveyResponse response in group.Facts.Select(fact => fact.Response))
        {
            foreach (Answer answer in response.Answers)
            {
                AnswerCounter.ConfirmOnScale(answer);
            }
        }
    }
}
