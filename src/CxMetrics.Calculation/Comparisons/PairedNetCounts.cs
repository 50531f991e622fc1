using System.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>Counts of respondents who answered twice, by the class of each answer. Immutable; counts of disjoint sets add up.</summary>
/// <remarks>Keeps what a difference of net scores needs of the three by three table: its margins and its agreement.</remarks>
public readonly record struct PairedNetCounts : IAdditionOperators<PairedNetCounts, PairedNetCounts, PairedNetCounts>
{
    private const int Classes = 3;

    private PairedNetCounts(NetCounts first, NetCounts second, long agreement)
    {
        First = first;
        Second = second;
        Agreement = agreement;
    }

    /// <summary>Their first answers.</summary>
    public NetCounts First { get; }

    /// <summary>Their second answers.</summary>
    public NetCounts Second { get; }

    /// <summary>
    /// Twice positive or twice negative, minus positive once and negative once: the sum of products of the codes 1, 0 and −1.
    /// </summary>
    public long Agreement { get; }

    /// <summary>All respondents who answered twice, m.</summary>
    public long Total => First.Total;

    /// <summary>The counts from the table of both answers.</summary>
    /// <param name="table">
    /// Nine counts in rows of three: by the first answer negative, neutral and positive, and within by the second answer in that order.
    /// </param>
    /// <exception cref="ArgumentException">There are not nine counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public static PairedNetCounts FromTable(ReadOnlySpan<long> table)
    {
        if (table.Length != Classes * Classes)
        {
            throw new ArgumentException($"A table of both answers has nine counts, not {table.Length}.", nameof(table));
        }

        foreach (long count in table)
        {
            if (count < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(table), count, "A count is not negative.");
            }
        }

        return new PairedNetCounts(
            new NetCounts(
                table[0] + table[1] + table[2],
                table[3] + table[4] + table[5],
                table[6] + table[7] + table[8]
            ),
            new NetCounts(
                table[0] + table[3] + table[6],
                table[1] + table[4] + table[7],
                table[2] + table[5] + table[8]
            ),
            table[0] + table[8] - table[2] - table[6]
        );
    }

    /// <summary>The counts of both.</summary>
    /// <exception cref="OverflowException">A count exceeds <see cref="long.MaxValue"/>.</exception>
    public static PairedNetCounts operator +(PairedNetCounts left, PairedNetCounts right) =>
        new(left.First + right.First, left.Second + right.Second, left.Agreement + right.Agreement);

    internal SampleOverlap ToOverlap() =>
        new(Total, First.Positive - First.Negative, Second.Positive - Second.Negative, Agreement);
}
