using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Surveys;

/// <summary>A question of a survey as the queries return it.</summary>
internal sealed class SurveyQuestionRow
{
    public long SurveyKey { get; set; }
    public string Name { get; set; } = "";
    public long Metric { get; set; }
    public long ScaleMinimum { get; set; }
    public long ScaleMaximum { get; set; }
    public long ScaleDirection { get; set; }
    public string? Text { get; set; }
    public long? SatisfiedFrom { get; set; }
    public long? AgreeFrom { get; set; }
    public long? EasyFrom { get; set; }
    public long? DifficultFrom { get; set; }

    public SurveyQuestion ToQuestion(string survey) =>
        new(
            new Question(
                survey,
                Name,
                (RatingMetric)Metric,
                new RatingScale((int)ScaleMinimum, (int)ScaleMaximum, (ScaleDirection)ScaleDirection)
            ),
            Text,
            new QuestionThresholds((int?)SatisfiedFrom, (int?)AgreeFrom, (int?)EasyFrom, (int?)DifficultFrom)
        );
}
