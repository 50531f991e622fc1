namespace CxMetrics.Calculation.Revenue;

/// <summary>How many customers of age t were kept and lost over their next period, cohorts pooled: all that the likelihood needs.</summary>
internal sealed class RenewalCounts
{
    private readonly List<long> _kept = [];
    private readonly List<long> _lost = [];

    /// <summary>The number of customers.</summary>
    public long Customers { get; private set; }

    /// <summary>The number of customers lost.</summary>
    public long Lost { get; private set; }

    /// <summary>The number of customers lost later than in their first period.</summary>
    public long LostLater => Ages > 0 ? Lost - _lost[0] : 0;

    /// <summary>The number of ages with customers that could be lost.</summary>
    public int Ages { get; private set; }

    /// <summary>Those of an age that were kept.</summary>
    public long KeptAt(int age) => _kept[age];

    /// <summary>Those of an age that were lost.</summary>
    public long LostAt(int age) => _lost[age];

    /// <summary>Those of an age that could be lost.</summary>
    public long AtRisk(int age) => _kept[age] + _lost[age];

    /// <summary>Adds a cohort: its size, and how many of it were left after each period.</summary>
    /// <param name="survivors">The counts.</param>
    /// <param name="name">What the caller calls them.</param>
    /// <exception cref="ArgumentException">There are no counts, one is negative, or they rise.</exception>
    public void Add(ReadOnlySpan<long> survivors, string name)
    {
        ThrowIfInvalid(survivors, name);
        Customers += survivors[0];
        Lost += survivors[0] - survivors[^1];
        for (int age = 0; age < survivors.Length - 1; age++)
        {
            if (age == _kept.Count)
            {
                _kept.Add(0);
                _lost.Add(0);
            }

            _kept[age] += survivors[age + 1];
            _lost[age] += survivors[age] - survivors[age + 1];
            Ages = survivors[age] > 0 ? Math.Max(Ages, age + 1) : Ages;
        }
    }

    private static void ThrowIfInvalid(ReadOnlySpan<long> survivors, string name)
    {
        if (survivors.IsEmpty)
        {
            throw new ArgumentException("A cohort has at least its size.", name);
        }

        for (int age = 0; age < survivors.Length; age++)
        {
            if (survivors[age] < 0 || (age > 0 && survivors[age] > survivors[age - 1]))
            {
                throw new ArgumentException("Counts of survivors are not negative and do not rise.", name);
            }
        }
    }
}
