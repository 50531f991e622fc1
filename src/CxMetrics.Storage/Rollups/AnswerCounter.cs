using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Dimensions;

namespace CxMetrics.Storage.Rollups;

/// <summary>Turns responses that come and go into changes of daily counts.</summary>
internal sealed class AnswerCounter(ReportingCalendar calendar, DailyCountChanges changes)
{
    /// <summary>Counts the answers of a response, or takes them out again.</summary>
    /// <param name="response">The response.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="exclusion">Why its answers are left out; null when they count.</param>
    /// <param name="change">1 for a response that came, -1 for one that went.</param>
    public void Count(SurveyResponse response, in ResponseKeys keys, AnswerExclusion? exclusion, int change)
    {
        int day = calendar.DayOf(response.RespondedAt).DayNumber;
        for (int index = 0; index < keys.Questions.Length; index++)
        {
            Answer answer = response.Answers[index];
            ConfirmOnScale(answer);
            var row = new DailyCountKey(
                keys.Questions[index],
                CountLevel.ByAll,
                day,
                keys.Touchpoint,
                keys.Channel,
                keys.Segment
            );
            changes.Add(row, answer.Score - answer.Scale.Minimum, exclusion, change);
        }
    }

    /// <summary>Throws for an answer that no caller may send.</summary>
    public static void ConfirmOnScale(Answer answer)
    {
        if (!answer.Scale.Contains(answer.Score))
        {
            throw new ArgumentException(
                $"The score {answer.Score} is not on the scale {answer.Scale}.",
                nameof(answer)
            );
        }
    }
}
