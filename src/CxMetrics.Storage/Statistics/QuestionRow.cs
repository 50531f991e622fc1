using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Statistics;

/// <summary>A question with what a read has to know of it and of its survey.</summary>
internal sealed class QuestionRow
{
    public long QuestionKey { get; set; }
    public string Survey { get; set; } = "";
    public long? Kind { get; set; }
    public string Name { get; set; } = "";
    public long Metric { get; set; }
    public long ScaleMinimum { get; set; }
    public long ScaleMaximum { get; set; }
    public long ScaleDirection { get; set; }
    public long? SatisfiedFrom { get; set; }
    public long? AgreeFrom { get; set; }
    public long? EasyFrom { get; set; }
    public long? DifficultFrom { get; set; }

    public RatingScale Scale => new((int)ScaleMinimum, (int)ScaleMaximum, (ScaleDirection)ScaleDirection);

    public SurveyKind? SurveyKind => (SurveyKind?)Kind;

    public QuestionThresholds Thresholds =>
        new((int?)SatisfiedFrom, (int?)AgreeFrom, (int?)EasyFrom, (int?)DifficultFrom);

    public Question ToQuestion() => new(Survey, Name, (RatingMetric)Metric, Scale);
}
