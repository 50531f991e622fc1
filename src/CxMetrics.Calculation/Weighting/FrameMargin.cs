using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Weighting;

/// <summary>One variable that is known for everybody who was asked: segment, plan, tenure. Immutable.</summary>
/// <remarks>
/// A level is a number from 0. For two variables at once, give every combination a level of its own. Respondents whose value is unknown
/// need a level too, with the share of the frame whose value is unknown.
/// </remarks>
public sealed class FrameMargin
{
    private readonly int[] _levels;
    private readonly double[] _frameShares;
    private readonly long[] _respondents;

    /// <summary>Creates a margin.</summary>
    /// <param name="name">The name of the variable, for messages.</param>
    /// <param name="levels">The level of each respondent.</param>
    /// <param name="frame">The frame by level: counts or shares, finite, none negative, not all 0. Only their proportions matter.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A respondent has a level that the frame does not have, or a number of the frame is not allowed.</exception>
    public FrameMargin(string name, ReadOnlySpan<int> levels, ReadOnlySpan<double> frame)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        _frameShares = Shares(frame);
        _respondents = new long[frame.Length];
        foreach (int level in levels)
        {
            if (level < 0 || level >= frame.Length)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(levels),
                    level,
                    $"The frame of {name} has the levels 0 to {frame.Length - 1}."
                );
            }

            _respondents[level]++;
        }

        _levels = levels.ToArray();
    }

    /// <summary>The name of the variable.</summary>
    public string Name { get; }

    /// <summary>The level of each respondent.</summary>
    public ReadOnlySpan<int> Levels => _levels;

    /// <summary>The share of each level in the frame; they add up to 1.</summary>
    public ReadOnlySpan<double> FrameShares => _frameShares;

    /// <summary>The number of respondents on each level.</summary>
    public ReadOnlySpan<long> Respondents => _respondents;

    private static double[] Shares(ReadOnlySpan<double> frame)
    {
        FiniteNumbers.ThrowIfNotFiniteOrNegative(frame, nameof(frame));

        // Scaled first, so that the sum of very large numbers stays in range.
        double[] shares = BinaryScale.Scaled(frame, -BinaryScale.ExponentOf(frame));
        double total = 0;
        foreach (double share in shares)
        {
            total += share;
        }

        if (!(total > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(frame), total, "The frame adds up to more than 0.");
        }

        foreach (ref double share in shares.AsSpan())
        {
            share /= total;
        }

        return shares;
    }
}
