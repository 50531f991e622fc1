using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Statistics;

/// <summary>A question with the name of its survey.</summary>
internal sealed class QuestionRow
{
    public long QuestionKey { get; set; }
    public string Survey { get; set; } = "";
    public string Name { get; set; } = "";
    public long Metric { get; set; }
    public long ScaleMinimum { get; set; }
    public long ScaleMaximum { get; set; }
    public long ScaleDirection { get; set; }

    public RatingScale Scale => new((int)ScaleMinimum, (int)ScaleMaximum, (ScaleDirection)ScaleDirection);

    public Question ToQuestion() => new(Survey, Name, (RatingMetric)Metric, Scale);
}
