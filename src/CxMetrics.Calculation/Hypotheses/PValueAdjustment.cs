namespace CxMetrics.Calculation.Hypotheses;

/// <summary>P-values adjusted for how many tests there are: an adjusted p-value below α may be called a finding at the rate α.</summary>
/// <remarks>
/// With the p-values in ascending order, p₍₁₎ … p₍ₘ₎: Bonferroni mp; Holm max over j ≤ i of (m − j + 1)p₍ⱼ₎; Hochberg min over j ≥ i of the
/// same; Benjamini-Hochberg min over j ≥ i of mp₍ⱼ₎/j; Benjamini-Yekutieli the last times 1 + ½ + … + 1/m; each at most 1. The same numbers
/// as R's <c>p.adjust</c>. Sources: Holm (1979), Scandinavian Journal of Statistics 6, 65-70; Hochberg (1988), Biometrika 75, 800-802;
/// Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300; Benjamini and Yekutieli (2001), Annals of
/// Statistics 29, 1165-1188.
/// </remarks>
public static class PValueAdjustment
{
    /// <summary>The adjusted p-values, in the order of the p-values.</summary>
    /// <param name="pValues">
    /// The p-values of all tests of the family, from 0 to 1; none gives none. A test without a p-value does not belong to the family.
    /// </param>
    /// <param name="method">What the adjustment controls.</param>
    /// <returns>As many numbers from 0 to 1, each at least the p-value it belongs to; equal p-values stay equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not from 0 to 1, or the method is unknown.</exception>
    public static double[] Adjust(
        ReadOnlySpan<double> pValues,
        PValueAdjustmentMethod method = PValueAdjustmentMethod.BenjaminiHochberg
    )
    {
        ThrowIfInvalid(pValues);
        double[] sorted = pValues.ToArray();
        int[] places = new int[sorted.Length];
        for (int index = 0; index < places.Length; index++)
        {
            places[index] = index;
        }

        Array.Sort(sorted, places);
        switch (method)
        {
            case PValueAdjustmentMethod.BenjaminiHochberg:
                ScaleDiscoveries(sorted, 1);
                break;
            case PValueAdjustmentMethod.BenjaminiYekutieli:
                ScaleDiscoveries(sorted, HarmonicNumber(sorted.Length));
                break;
            case PValueAdjustmentMethod.Holm:
                ScaleByRemaining(sorted);
                RunningMaximum(sorted);
                break;
            case PValueAdjustmentMethod.Hochberg:
                ScaleByRemaining(sorted);
                RunningMinimumFromTheEnd(sorted);
                break;
            case PValueAdjustmentMethod.Bonferroni:
                ScaleByCount(sorted);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown adjustment.");
        }

        double[] adjusted = new double[sorted.Length];
        for (int index = 0; index < sorted.Length; index++)
        {
            adjusted[places[index]] = Math.Min(1, sorted[index]);
        }

        return adjusted;
    }

    private static void ThrowIfInvalid(ReadOnlySpan<double> pValues)
    {
        foreach (double pValue in pValues)
        {
            if (!(pValue >= 0 && pValue <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), pValue, "A p-value is from 0 to 1.");
            }
        }
    }

    private static void ScaleDiscoveries(Span<double> sorted, double factor)
    {
        for (int index = 0; index < sorted.Length; index++)
        {
            // At rank m the factor is exactly 1, so that rounding cannot push a p-value below itself.
            sorted[index] *= factor * ((double)sorted.Length / (index + 1));
        }

        RunningMinimumFromTheEnd(sorted);
    }

    private static void ScaleByRemaining(Span<double> sorted)
    {
        for (int index = 0; index < sorted.Length; index++)
        {
            sorted[index] *= sorted.Length - index;
        }
    }

    private static void ScaleByCount(Span<double> sorted)
    {
        for (int index = 0; index < sorted.Length; index++)
        {
            sorted[index] *= sorted.Length;
        }
    }

    private static void RunningMaximum(Span<double> values)
    {
        for (int index = 1; index < values.Length; index++)
        {
            values[index] = Math.Max(values[index], values[index - 1]);
        }
    }

    private static void RunningMinimumFromTheEnd(Span<double> values)
    {
        for (int index = values.Length - 2; index >= 0; index--)
        {
            values[index] = Math.Min(values[index], values[index + 1]);
        }
    }

    private static double HarmonicNumber(int count)
    {
        double sum = 0;
        for (int term = 1; term <= count; term++)
        {
            sum += 1.0 / term;
        }

        return sum;
    }
}
