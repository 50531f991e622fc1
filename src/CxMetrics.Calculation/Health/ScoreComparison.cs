using System.Buffers;
using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Health;

/// <summary>Every case with an outcome compared with every case without it, by score.</summary>
/// <param name="With">The number of cases with the outcome, m.</param>
/// <param name="Without">The number of cases without it, n.</param>
/// <param name="Area">
/// The share of the mn comparisons that the case with the outcome wins, a draw counting half; 0 without comparisons.
/// </param>
/// <param name="StandardError">DeLong's standard error of it; null where a kind has fewer than two cases.</param>
internal readonly record struct ScoreComparison(long With, long Without, double Area, double? StandardError)
{
    /// <summary>Compares finite scores; one sort, and two passes over the groups of equal scores.</summary>
    public static ScoreComparison Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        int cases = scores.Length;
        double[] scoreBuffer = ArrayPool<double>.Shared.Rent(cases);
        bool[] outcomeBuffer = ArrayPool<bool>.Shared.Rent(cases);
        Span<double> sorted = scoreBuffer.AsSpan(0, cases);
        Span<bool> sortedOutcomes = outcomeBuffer.AsSpan(0, cases);
        scores.CopyTo(sorted);
        outcomes.CopyTo(sortedOutcomes);
        sorted.Sort(sortedOutcomes);
        ScoreComparison comparison = OfSorted(sorted, sortedOutcomes);
        ArrayPool<double>.Shared.Return(scoreBuffer);
        ArrayPool<bool>.Shared.Return(outcomeBuffer);
        return comparison;
    }

    private static ScoreComparison OfSorted(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        long with = outcomes.Count(true);
        long without = outcomes.Length - with;
        if (with == 0 || without == 0)
        {
            return new ScoreComparison(with, without, 0, null);
        }

        // In half comparisons, so that the count is whole.
        Int128 won = 0;
        long withoutBelow = 0;
        for (int start = 0; start < scores.Length; )
        {
            int end = TieRun.EndOf(scores, start);
            long withHere = outcomes[start..end].Count(true);
            long withoutHere = end - start - withHere;
            won += (Int128)withHere * ((2 * withoutBelow) + withoutHere);
            withoutBelow += withoutHere;
            start = end;
        }

        double area = (double)won / (2.0 * with * without);
        double? error = with > 1 && without > 1 ? Math.Sqrt(Variance(scores, outcomes, with, without, area)) : null;
        return new ScoreComparison(with, without, area, error);
    }

    // Each case has a score of its own, the share of comparisons it wins; the variance of the area is that of these, kind by kind.
    private static double Variance(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<bool> outcomes,
        long with,
        long without,
        double area
    )
    {
        double withSquares = 0;
        double withoutSquares = 0;
        long withBelow = 0;
        long withoutBelow = 0;
        for (int start = 0; start < scores.Length; )
        {
            int end = TieRun.EndOf(scores, start);
            long withHere = outcomes[start..end].Count(true);
            long withoutHere = end - start - withHere;
            double wonByWith = (withoutBelow + (withoutHere / 2.0)) / without;
            double wonAgainstWithout = 1 - ((withBelow + (withHere / 2.0)) / with);
            withSquares += withHere * (wonByWith - area) * (wonByWith - area);
            withoutSquares += withoutHere * (wonAgainstWithout - area) * (wonAgainstWithout - area);
            withBelow += withHere;
            withoutBelow += withoutHere;
            start = end;
        }

        return (withSquares / (with - 1) / with) + (withoutSquares / (without - 1) / without);
    }
}
