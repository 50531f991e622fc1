namespace CxMetrics.Domain.Surveys;

/// <summary>Where the bands of a question begin, each a score of its scale; null where the scale decides.</summary>
/// <param name="SatisfiedFrom">Of a csat question: the first score that counts as satisfied.</param>
/// <param name="AgreeFrom">Of a ces question: the first score that counts as agreeing that it was easy.</param>
/// <param name="EasyFrom">Of a ces question: the first score that counts as easy in net ease.</param>
/// <param name="DifficultFrom">Of a ces question: the first score that counts as difficult in net ease; the band runs to the bad end of the scale.</param>
public readonly record struct QuestionThresholds(
    int? SatisfiedFrom = null,
    int? AgreeFrom = null,
    int? EasyFrom = null,
    int? DifficultFrom = null
);
