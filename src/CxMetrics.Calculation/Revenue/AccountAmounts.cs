using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Revenue;

/// <summary>Two amounts per account: what they may be, and the ratio of sums over the accounts with a positive first one.</summary>
internal static class AccountAmounts
{
    /// <summary>Refuses lists of different length and amounts that are negative or not finite.</summary>
    public static void ThrowIfInvalid(
        ReadOnlySpan<double> first,
        string firstName,
        ReadOnlySpan<double> second,
        string secondName
    )
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"There is one number for each of {firstName}.", secondName);
        }

        FiniteNumbers.ThrowIfNotFiniteOrNegative(first, firstName);
        FiniteNumbers.ThrowIfNotFiniteOrNegative(second, secondName);
    }

    /// <summary>Σ numerator(first, second)/Σ first over the accounts with a positive first amount; null when there are none.</summary>
    /// <param name="first">The first amounts.</param>
    /// <param name="second">The second amounts.</param>
    /// <param name="numerator">The numerator of an account.</param>
    /// <param name="withoutFirst">Numerators of further accounts whose first amount is 0.</param>
    public static RatioOfSums? Ratio(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        Func<double, double, double> numerator,
        ReadOnlySpan<double> withoutFirst = default
    )
    {
        int count = 0;
        foreach (double amount in first)
        {
            count += amount > 0 ? 1 : 0;
        }

        if (count == 0)
        {
            return null;
        }

        double[] numerators = new double[count + withoutFirst.Length];
        double[] denominators = new double[numerators.Length];
        int next = 0;
        for (int index = 0; index < first.Length; index++)
        {
            if (first[index] > 0)
            {
                denominators[next] = first[index];
                numerators[next++] = numerator(first[index], second[index]);
            }
        }

        withoutFirst.CopyTo(numerators.AsSpan(count));
        return RatioOfSums.Of(numerators, denominators);
    }
}
