namespace CxMetrics.Calculation.Support;

/// <summary>Counts episodes for first contact resolution.</summary>
internal sealed class FirstContactTally(EpisodeRule rule, DateTimeOffset asOf, ReportingPeriod period)
{
    private readonly CustomerClusters _all = new();
    private readonly CustomerClusters _bots = new();
    private readonly CustomerClusters _people = new();

    private long _passed;
    private long _passedWithTransfer;
    private long _outsidePeriod;
    private long _beyondFirstLevel;
    private long _notMature;

    public void Add(in Episode episode)
    {
        Contact first = episode.First;
        if (!period.Contains(first.ArrivedAt))
        {
            _outsidePeriod++;
        }
        else if (first.Category is not null && rule.BeyondFirstLevel.Contains(first.Category))
        {
            _beyondFirstLevel++;
        }
        else if (asOf - first.EndedAt < rule.Window)
        {
            _notMature++;
        }
        else
        {
            Count(episode);
        }
    }

    public FirstContactResult ToResult(double level)
    {
        Caveats caveats = _notMature > 0 ? Caveats.Provisional : Caveats.None;
        return new FirstContactResult
        {
            Share = _all.ToShare(level, caveats),
            Variant = rule.BeyondFirstLevel.Count > 0 ? FirstContactVariant.Net : FirstContactVariant.Gross,
            AsOf = asOf,
            Passed = _passed,
            PassedWithTransfer = _passedWithTransfer,
            ByBots = _bots.ToShare(level, caveats),
            ByPeople = _people.ToShare(level, caveats),
            OutsidePeriod = _outsidePeriod,
            BeyondFirstLevel = _beyondFirstLevel,
            NotMature = _notMature,
        };
    }

    private void Count(in Episode episode)
    {
        Contact first = episode.First;
        bool passes = first.IsSolved && episode.Contacts == 1;
        _all.Add(first.CustomerId, episode.Issue, passes);
        (first.IsSolvedByBot ? _bots : _people).Add(first.CustomerId, episode.Issue, passes);
        _passed += passes ? 1 : 0;
        _passedWithTransfer += passes && first.IsTransferred ? 1 : 0;
    }
}
