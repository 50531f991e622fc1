namespace CxMetrics.Calculation.Revenue;

/// <summary>Discounted payments one period apart, each made with a survival probability.</summary>
internal readonly struct SurvivalPayments
{
    private readonly double _factor;
    private readonly double _first;

    private SurvivalPayments(double factor, double first, double expected, double certain)
    {
        _factor = factor;
        _first = first;
        Expected = expected;
        Certain = certain;
    }

    /// <summary>Σ S(t)/(1 + d)^t.</summary>
    public double Expected { get; }

    /// <summary>Σ 1/(1 + d)^t: the payments of a customer who never leaves.</summary>
    public double Certain { get; }

    /// <summary>The payments.</summary>
    public static SurvivalPayments Of(ReadOnlySpan<double> survival, double discount, FirstPayment firstPayment)
    {
        double factor = 1 / (1 + discount);
        double first = firstPayment == FirstPayment.Now ? 1 : factor;
        double expected = 0;
        double certain = 0;
        for (int index = survival.Length - 1; index >= 0; index--)
        {
            expected = (expected * factor) + survival[index];
            certain = (certain * factor) + 1;
        }

        return new SurvivalPayments(factor, first, first * expected, first * certain);
    }

    /// <summary>The standard error of <see cref="Expected"/> from Greenwood's standard errors of the probabilities; null where it is no number.</summary>
    /// <remarks>
    /// ln S is a sum of independent steps of variance σ²(t) − σ²(t − 1), and each moves all later payments in proportion:
    /// Σ (σ²(t) − σ²(t − 1))·(payments expected from t on)².
    /// </remarks>
    public double? StandardError(ReadOnlySpan<double> survival, ReadOnlySpan<double> standardErrors)
    {
        // Summed from the end: a remainder of Expected would be rounding where little survives, and is divided by the survival.
        double[] later = ExpectedFrom(survival);
        double variance = 0;
        double before = 0;
        for (int index = 0; index < later.Length && later[index] > 0; index++)
        {
            double spread = standardErrors[index] * (later[index] / survival[index]);
            double known = before * later[index];
            variance += Math.Max(0, (spread - known) * (spread + known));
            before = Math.Max(before, standardErrors[index] / survival[index]);
        }

        return double.IsFinite(variance) ? Math.Sqrt(variance) : null;
    }

    private double[] ExpectedFrom(ReadOnlySpan<double> survival)
    {
        double[] expected = new double[survival.Length];
        double weight = _first;
        for (int index = 0; index < expected.Length; index++)
        {
            expected[index] = weight * survival[index];
            weight *= _factor;
        }

        for (int index = expected.Length - 2; index >= 0; index--)
        {
            expected[index] += expected[index + 1];
        }

        return expected;
    }

    /// <summary>Refuses probabilities that are not from 0 to 1, or rise.</summary>
    public static void ThrowIfInvalid(ReadOnlySpan<double> survival, string name)
    {
        double before = 1;
        foreach (double probability in survival)
        {
            ThrowIfNotAProbability(probability, name);
            if (probability > before)
            {
                throw new ArgumentException("Survival probabilities do not rise.", name);
            }

            before = probability;
        }
    }

    /// <summary>Refuses limits that are not probabilities, or do not hold theirs.</summary>
    public static void ThrowIfOutside(
        ReadOnlySpan<double> survival,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        string name
    )
    {
        for (int index = 0; index < survival.Length; index++)
        {
            ThrowIfNotAProbability(lower[index], nameof(lower));
            ThrowIfNotAProbability(upper[index], nameof(upper));
            if (!(lower[index] <= survival[index] && survival[index] <= upper[index]))
            {
                throw new ArgumentException("A survival probability lies within its limits.", name);
            }
        }
    }

    private static void ThrowIfNotAProbability(double probability, string name)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(name, probability, "A probability is from 0 to 1.");
        }
    }
}
