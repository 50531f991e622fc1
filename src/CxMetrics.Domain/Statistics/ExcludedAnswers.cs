namespace CxMetrics.Domain.Statistics;

/// <summary>How many answers were left out, each under the first reason that holds.</summary>
/// <param name="Erased">See <see cref="AnswerExclusion.Erased"/>.</param>
/// <param name="Test">See <see cref="AnswerExclusion.Test"/>.</param>
/// <param name="SuspectedDuplicate">See <see cref="AnswerExclusion.SuspectedDuplicate"/>.</param>
/// <param name="EarlierAnswer">See <see cref="AnswerExclusion.EarlierAnswer"/>.</param>
public readonly record struct ExcludedAnswers(
    long Erased = 0,
    long Test = 0,
    long SuspectedDuplicate = 0,
    long EarlierAnswer = 0
)
{
    public long Total => Erased + Test + SuspectedDuplicate + EarlierAnswer;

    /// <summary>The counts of both.</summary>
    public static ExcludedAnswers operator +(ExcludedAnswers left, ExcludedAnswers right) =>
        new(
            left.Erased + right.Erased,
            left.Test + right.Test,
            left.SuspectedDuplicate + right.SuspectedDuplicate,
            left.EarlierAnswer + right.EarlierAnswer
        );
}
