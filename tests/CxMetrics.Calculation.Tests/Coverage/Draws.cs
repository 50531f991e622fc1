using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>Random numbers that MathNet has not.</summary>
internal static class Draws
{
    /// <summary>The index of a class, each with the probability of its share.</summary>
    public static int Class(Random random, ReadOnlySpan<double> shares)
    {
        double left = random.NextDouble();
        for (int index = 0; index < shares.Length - 1; index++)
        {
            left -= shares[index];
            if (left < 0)
            {
                return index;
            }
        }

        return shares.Length - 1;
    }

    /// <summary>How many of n answers fall into each class.</summary>
    public static long[] Counts(Random random, int n, ReadOnlySpan<double> shares)
    {
        long[] counts = new long[shares.Length];
        for (int answer = 0; answer < n; answer++)
        {
            counts[Class(random, shares)]++;
        }

        return counts;
    }

    public static long Successes(Random random, int n, double share) => Counts(random, n, [share, 1 - share])[0];

    /// <summary>An array of independent draws.</summary>
    public static double[] Many(int n, Func<double> draw)
    {
        double[] values = new double[n];
        for (int index = 0; index < n; index++)
        {
            values[index] = draw();
        }

        return values;
    }

    /// <summary>The shares of one cluster: a Dirichlet draw about the overall shares, whose answers correlate by so much.</summary>
    public static double[] ClusterShares(Random random, ReadOnlySpan<double> shares, double correlation)
    {
        double concentration = (1 / correlation) - 1;
        double[] alphas = new double[shares.Length];
        for (int index = 0; index < alphas.Length; index++)
        {
            alphas[index] = concentration * shares[index];
        }

        return Dirichlet.Sample(random, alphas);
    }
}
