namespace CxMetrics.Calculation.Support;

/// <summary>When a contact is a repeat of an earlier one. Immutable.</summary>
public sealed record EpisodeRule
{
    private readonly TimeSpan _window = TimeSpan.FromDays(7);
    private readonly IssueMatching _matching;

    /// <summary>The default rule: 7 days, explicit link, else customer and category.</summary>
    public static EpisodeRule Default { get; } = new();

    /// <summary>The window W after the end of a contact in which another one about the issue repeats it; above 0.</summary>
    /// <value>
    /// 7 days, the usual example in contact centres; 7 to 14 days is the range in practice. 24 hours miss those who return after a weekend,
    /// 30 days catch what is unrelated.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">The window is not above 0.</exception>
    public TimeSpan Window
    {
        get => _window;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _window = value;
        }
    }

    /// <summary>When two contacts are about the same issue.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The matching is unknown.</exception>
    public IssueMatching Matching
    {
        get => _matching;
        init
        {
            IssueNumbers.ThrowIfUnknown(value, nameof(value));
            _matching = value;
        }
    }

    /// <summary>
    /// Categories that cannot be solved at first level: field work, hardware, legal. Where any are named first contact resolution is the
    /// net one, without them.
    /// </summary>
    public IReadOnlySet<string> BeyondFirstLevel { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
