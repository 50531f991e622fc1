namespace CxMetrics.Calculation.Revenue;

/// <summary>Where a customer stands at the end of a day, all subscriptions added up. The default is somebody who has never paid.</summary>
public readonly record struct MrrPosition
{
    /// <summary>Creates the position.</summary>
    /// <param name="standing">Whether it is a customer.</param>
    /// <param name="mrr">The MRR, 0 to ten trillion, to a millionth; 0 on a free plan.</param>
    /// <param name="pausedMrr">The MRR of paused subscriptions, which is not part of <paramref name="mrr"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or beyond ten trillion, or the standing is unknown.</exception>
    /// <exception cref="ArgumentException">Somebody who is not an active customer has an MRR.</exception>
    public MrrPosition(CustomerStanding standing, decimal mrr, decimal pausedMrr = 0)
    {
        if (!Enum.IsDefined(standing))
        {
            throw new ArgumentOutOfRangeException(nameof(standing), standing, "Unknown standing.");
        }

        Standing = standing;
        Mrr = MrrAmount.Of(mrr, nameof(mrr));
        PausedMrr = MrrAmount.Of(pausedMrr, nameof(pausedMrr));
        if (standing != CustomerStanding.Active && Contracted > 0)
        {
            throw new ArgumentException("Only an active customer has an MRR.", nameof(mrr));
        }
    }

    /// <summary>Whether it is a customer.</summary>
    public CustomerStanding Standing { get; }

    /// <summary>The MRR.</summary>
    public decimal Mrr { get; }

    /// <summary>The MRR of paused subscriptions.</summary>
    public decimal PausedMrr { get; }

    internal decimal Contracted => Mrr + PausedMrr;
}
