using System.Runtime.InteropServices;

namespace CxMetrics.Storage.Statistics;

/// <summary>The latest answer of every respondent in every row, whatever the order in which answers come.</summary>
internal sealed class LatestAnswers
{
    private readonly Dictionary<(StatisticsGroup Row, long Customer), Candidate> _latest = [];

    /// <summary>The group and score step of each answer that is the latest.</summary>
    public IEnumerable<(StatisticsGroup Group, int Step)> Kept =>
        _latest.Values.Select(candidate => (candidate.Group, candidate.Step));

    /// <summary>Takes an answer; returns the group of the one that is not, or no longer, the latest, null when there is none.</summary>
    public StatisticsGroup? Replace(StatisticsGroup row, StatisticsGroup group, int step, in AnswerFact answer)
    {
        ref Candidate latest = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _latest,
            (row, answer.Customer),
            out bool exists
        );
        if (exists && !answer.IsLaterThan(latest.Answer))
        {
            return group;
        }

        StatisticsGroup? earlier = exists ? latest.Group : null;
        latest = new Candidate(group, step, answer);
        return earlier;
    }

    private readonly record struct Candidate(StatisticsGroup Group, int Step, AnswerFact Answer);
}
