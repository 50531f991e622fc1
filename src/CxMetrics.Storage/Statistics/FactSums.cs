using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Statistics;

/// <summary>Adds answers, one by one, up into the groups of a query and the observations of its unit.</summary>
internal sealed class FactSums(
    ReportingCalendar calendar,
    PeriodDays periods,
    QuestionGroups questions,
    CountFilter filter,
    CountSums sums,
    UnitOfAnalysis unit
)
{
    private readonly AccountSums _accounts = new();
    private readonly LatestAnswers _latest = new();

    /// <summary>Takes an answer; those that the query does not ask for are passed over.</summary>
    public void Add(in AnswerFact answer)
    {
        if (
            questions.Find(answer.Question) is not { } questionGroup
            || !filter.Includes(answer.Touchpoint, answer.Channel, answer.Segment)
            || periods.Find(DayOf(answer.RespondedAt)) is not { } period
        )
        {
            return;
        }

        // A score off its scale is counted nowhere: a check of the database finds it.
        int step = (int)(answer.Score - questions[questionGroup].Scale.Minimum);
        if (step < 0 || step >= questions[questionGroup].Scale.Points)
        {
            return;
        }

        StatisticsGroup group = sums.GroupOf(period, questionGroup, answer.Touchpoint, answer.Channel, answer.Segment);
        if (Counters.Find(answer.IsErased, answer.IsTest, answer.IsSuspectedDuplicate) is { } exclusion)
        {
            sums.Of(group)[Counters.Of(exclusion)]++;
            return;
        }

        Count(answer, group, step);
    }

    /// <summary>The accounts of each group; empty unless the unit is the account. Call once, after the last answer.</summary>
    public IReadOnlyDictionary<StatisticsGroup, Dictionary<long, long[]>> Finish()
    {
        foreach ((StatisticsGroup group, int step) in _latest.Kept)
        {
            sums.Of(group)[step]++;
        }

        return _accounts.ByGroup;
    }

    private void Count(in AnswerFact answer, StatisticsGroup group, int step)
    {
        if (unit == UnitOfAnalysis.Respondent && answer.Customer != 0)
        {
            StatisticsGroup row = group with { QuestionGroup = questions[group.QuestionGroup].Row };
            if (_latest.Replace(row, group, step, answer) is { } earlier)
            {
                sums.Of(earlier)[Counters.Of(AnswerExclusion.EarlierAnswer)]++;
            }

            return;
        }

        sums.Of(group)[step]++;
        if (unit == UnitOfAnalysis.Account)
        {
            _accounts.Of(group, answer.Account)[step]++;
        }
    }

    private int DayOf(long respondedAt) => calendar.DayOf(Microseconds.ToInstant(respondedAt)).DayNumber;
}
