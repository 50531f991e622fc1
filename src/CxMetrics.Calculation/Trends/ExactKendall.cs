namespace CxMetrics.Calculation.Trends;

/// <summary>The exact distribution of Kendall's S over all orders of a list of values that may hold ties.</summary>
/// <remarks>
/// The numbers of orders by inversions are the coefficients of the q-multinomial Π(1 − qᵐ)/Π(1 − qⁱ), m = 1 … n over i = 1 … t for each
/// group of t equal values (Andrews 1976, The Theory of Partitions, section 3.4). Taken factor by factor every quotient is a polynomial
/// with whole coefficients of at most n!, which a 64-bit integer holds up to n = 20.
/// </remarks>
internal static class ExactKendall
{
    public const int MostValues = 20;

    /// <summary>P(|S| ≥ |s|).</summary>
    public static double TwoSidedPValue(long s, ReadOnlySpan<double> values)
    {
        long[] orders = OrdersByInversions(values, out int untiedPairs);
        long extreme = 0;
        long all = 0;
        for (int inversions = 0; inversions <= untiedPairs; inversions++)
        {
            all += orders[inversions];
            extreme += Math.Abs(untiedPairs - (2L * inversions)) >= Math.Abs(s) ? orders[inversions] : 0;
        }

        return (double)extreme / all;
    }

    private static long[] OrdersByInversions(ReadOnlySpan<double> values, out int untiedPairs)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        long[] orders = new long[(sorted.Length * (sorted.Length - 1) / 2) + 1];
        orders[0] = 1;
        untiedPairs = 0;
        int inGroup = 0;
        for (int m = 1; m <= sorted.Length; m++)
        {
            inGroup = m > 1 && !(sorted[m - 1] > sorted[m - 2]) ? inGroup + 1 : 1;
            untiedPairs += m - inGroup;
            Multiply(orders, m);
            Divide(orders, inGroup);
        }

        return orders;
    }

    // By 1 − qᵐ. Powers beyond the end of the array are cut off: a division carries nothing down from them.
    private static void Multiply(long[] polynomial, int m)
    {
        for (int power = polynomial.Length - 1; power >= m; power--)
        {
            polynomial[power] -= polynomial[power - m];
        }
    }

    private static void Divide(long[] polynomial, int m)
    {
        for (int power = m; power < polynomial.Length; power++)
        {
            polynomial[power] += polynomial[power - m];
        }
    }
}
