using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Responses;

/// <summary>What the answers of a response change in the daily counts.</summary>
internal static class AnswerCounts
{
    /// <summary>Counts a response that came (1) or went (-1).</summary>
    public static void Count(
        this DailyCountChanges changes,
        ReportingCalendar calendar,
        SurveyResponse response,
        in ResponseKeys keys,
        int change
    )
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
            changes.Add(row, answer.Score - answer.Scale.Minimum, response.Test, change);
        }
    }

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
