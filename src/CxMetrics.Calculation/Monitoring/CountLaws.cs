using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>What a surge needs of any distribution of counts.</summary>
internal static class CountLaws
{
    /// <summary>The largest count that is taken, so that no sum over counts takes more than some milliseconds.</summary>
    public const long MostCounted = 1_000_000_000;

    /// <summary>The least count that is exceeded with a probability of at most <paramref name="tail"/>.</summary>
    public static long UpperLimit<TLaw>(TLaw law, double tail)
        where TLaw : ICountLaw
    {
        double guess = law.Mean - (StandardNormal.Quantile(tail) * law.StandardDeviation);
        double step = Math.Max(1, law.StandardDeviation / 8);
        long low = -1;
        long high = (long)Math.Min(Math.Max(guess, 0), long.MaxValue / 4.0);
        while (law.AtLeast(high + 1) > tail)
        {
            low = high;
            high += (long)step;
            step *= 2;
        }

        step = Math.Max(1, law.StandardDeviation / 8);
        while (high - low > 1)
        {
            long middle = (long)Math.Max(low + ((high - low) / 2), high - step);
            (low, high) = law.AtLeast(middle + 1) > tail ? (middle, high) : (low, middle);
            step *= 2;
        }

        return high;
    }

    /// <summary>Refuses what no count may be.</summary>
    public static void ThrowIfInvalid(long count, string name)
    {
        if (count is < 0 or > MostCounted)
        {
            throw new ArgumentOutOfRangeException(name, count, "A count is from 0 to 1,000,000,000.");
        }
    }

    /// <summary>Refuses what no exposure or expected count may be.</summary>
    public static void ThrowIfNotPositive(double number, string name)
    {
        if (!(number > 0 && double.IsFinite(number)))
        {
            throw new ArgumentOutOfRangeException(name, number, "The number is finite and above 0.");
        }
    }
}
