using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Storage.Rollups;

/// <summary>Where a row of counts has what: one counter per score step, then one per reason why answers are left out.</summary>
internal static class Counters
{
    /// <summary>How many counters a row of daily counts has, in the order of its columns.</summary>
    public const int Stored = RatingScale.MaximumPoints + 3;

    /// <summary>How many a row of a read has: which answers came earlier than others of their respondent is known only there.</summary>
    public const int Read = Stored + 1;

    /// <summary>The counter of answers that are left out for a reason.</summary>
    public static int Of(AnswerExclusion exclusion) =>
        exclusion switch
        {
            AnswerExclusion.Test => RatingScale.MaximumPoints,
            AnswerExclusion.Erased => RatingScale.MaximumPoints + 1,
            AnswerExclusion.SuspectedDuplicate => RatingScale.MaximumPoints + 2,
            AnswerExclusion.EarlierAnswer => Stored,
        };

    /// <summary>The first reason that holds for an answer; null when it counts.</summary>
    public static AnswerExclusion? Find(bool isErased, bool isTest, bool isSuspectedDuplicate) =>
        isErased ? AnswerExclusion.Erased
        : isTest ? AnswerExclusion.Test
        : isSuspectedDuplicate ? AnswerExclusion.SuspectedDuplicate
        : null;

    /// <summary>What a row of a read leaves out.</summary>
    public static ExcludedAnswers Excluded(ReadOnlySpan<long> counters) =>
        new(
            counters[Of(AnswerExclusion.Erased)],
            counters[Of(AnswerExclusion.Test)],
            counters[Of(AnswerExclusion.SuspectedDuplicate)],
            counters[Of(AnswerExclusion.EarlierAnswer)]
        );
}
