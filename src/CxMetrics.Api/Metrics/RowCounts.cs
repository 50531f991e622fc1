using System.Numerics;
using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Metrics;

/// <summary>The counts of one row, apart by the thresholds of the questions they answer.</summary>
internal sealed class RowCounts
{
    private readonly List<RatingStatistics> _parts = [];

    private RowCounts(UnitOfAnalysis unit, RatingDistribution pooled)
    {
        Unit = unit;
        Pooled = pooled;
    }

    public UnitOfAnalysis Unit { get; }

    /// <summary>All answers of the row, for scores without thresholds.</summary>
    public RatingDistribution Pooled { get; private set; }

    public static RowCounts Empty(UnitOfAnalysis unit, RatingScale scale) => new(unit, RatingDistribution.Empty(scale));

    /// <summary>Takes counts on the scale of the row.</summary>
    public void Add(RatingStatistics part)
    {
        _parts.Add(part);
        Pooled += part.Distribution;
    }

    /// <summary>What answers count as, each by the thresholds of its question, added up.</summary>
    /// <param name="count">Counts answers to questions with these thresholds.</param>
    public TCounts Sum<TCounts>(Func<RatingDistribution, QuestionThresholds, TCounts> count)
        where TCounts : struct, IAdditionOperators<TCounts, TCounts, TCounts> =>
        _parts.Aggregate(default(TCounts), (sum, part) => sum + count(part.Distribution, part.Thresholds));

    /// <summary>The same for each account by itself. Answers without an account stand alone.</summary>
    public TCounts[] SumByAccount<TCounts>(Func<RatingDistribution, QuestionThresholds, TCounts> count)
        where TCounts : struct, IAdditionOperators<TCounts, TCounts, TCounts>
    {
        var accounts = new Dictionary<long, TCounts>();
        var alone = new List<TCounts>();
        foreach (RatingStatistics part in _parts)
        {
            foreach (AccountAnswers answers in part.Accounts)
            {
                if (answers.Account == 0)
                {
                    alone.AddRange(Alone(answers.Distribution, part.Thresholds, count));
                }
                else
                {
                    accounts[answers.Account] =
                        accounts.GetValueOrDefault(answers.Account) + count(answers.Distribution, part.Thresholds);
                }
            }
        }

        return [.. accounts.Values, .. alone];
    }

    /// <summary>Every score with the number of its cluster: one per account, one for each answer without.</summary>
    public (double[] Scores, int[] Clusters) ScoresByAccount()
    {
        var scores = new List<double>();
        var clusters = new List<int>();
        var known = new Dictionary<long, int>();
        int next = 0;
        foreach (AccountAnswers answers in _parts.SelectMany(part => part.Accounts))
        {
            bool standAlone = answers.Account == 0;
            if (!standAlone && known.TryAdd(answers.Account, next))
            {
                next++;
            }

            foreach (int score in Scores(answers.Distribution))
            {
                scores.Add(score);
                clusters.Add(standAlone ? next++ : known[answers.Account]);
            }
        }

        return ([.. scores], [.. clusters]);
    }

    private static IEnumerable<TCounts> Alone<TCounts>(
        RatingDistribution distribution,
        QuestionThresholds thresholds,
        Func<RatingDistribution, QuestionThresholds, TCounts> count
    )
    {
        RatingScale scale = distribution.Scale;
        for (int score = scale.Minimum; score <= scale.Maximum; score++)
        {
            long answers = distribution[score];
            if (answers > 0)
            {
                TCounts one = count(RatingDistribution.FromScores(scale, [score]), thresholds);
                for (long answer = 0; answer < answers; answer++)
                {
                    yield return one;
                }
            }
        }
    }

    private static IEnumerable<int> Scores(RatingDistribution distribution)
    {
        for (int score = distribution.Scale.Minimum; score <= distribution.Scale.Maximum; score++)
        {
            for (long answer = 0; answer < distribution[score]; answer++)
            {
                yield return score;
            }
        }
    }
}
