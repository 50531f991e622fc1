using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The expected number of purchases of a customer who is active now, in the BG/NBD model.</summary>
/// <remarks>
/// With a purchase rate from Gamma(R, A) and a dropout probability p from Beta(a, B), the expectation over a time t depends on u = t/A:
/// G(u) = E[(1 − (1 + pu)^(−R))/p]. The published form, (a + B − 1)/(a − 1)·(1 − (1 + u)^(−R) ₂F₁(R, B; a + B − 1; u/(1 + u))), is 0/0 at a = 1,
/// cancels for small u and needs thousands of terms for large u. Two forms without these faults are used instead.
/// Series, for u up to 16 and Ru up to 400: G = ΣP(N = n) Cₙ with N negative binomial and Cₙ = Σ(B)ⱼ/(a + B)ⱼ for j below n, all terms positive.
/// Otherwise the trapezoidal rule in the log-odds of p, which converges geometrically for an analytic integrand (Trefethen and Weideman 2014,
/// SIAM Review 56, 385-458); where p or 1 − p is negligible, the rest of the sum is a geometric series. Relative error against 40-digit
/// values: below 2e-13 for R, a and B from 1e-6 to 1e6 and u from 1e-12 to 1e12.
/// </remarks>
internal static class ExpectedPurchaseCount
{
    private const double LargestSeriesRatio = 16;
    private const double LargestSeriesMean = 400;
    private const double Negligible = 1e-18;
    private const int MostTerms = 1_000_000;

    /// <summary>The logarithm of 1e17: beyond it 1 + e⁻ʸ is 1.</summary>
    private const double LogOfAllDigits = 39.2;

    /// <summary>G for R, a and B above 0 and a finite u not below 0.</summary>
    public static double Of(double shape, double a, double b, double u) =>
        !(u > 0) ? 0
        : u <= LargestSeriesRatio && shape * u <= LargestSeriesMean ? BySeries(shape, a, b, u)
        : ByQuadrature(shape, a, b, u);

    internal static double BySeries(double shape, double a, double b, double u)
    {
        double z = u / (1 + u);
        double rest = 1 / (1 + u);
        double probability = Math.Exp(-shape * LogOnePlus.Of(u));
        double survived = 1;
        double purchases = 0;
        double sum = 0;
        for (int n = 0; n < MostTerms; n++)
        {
            probability *= z * (shape + n) / (n + 1);
            purchases += survived;
            survived *= (b + n) / (a + b + n);
            double term = probability * purchases;
            sum += term;

            // The ratio of the terms to come is at most that of the probabilities times that of n + 1 to n, and falls to z.
            if (n > shape * u && term < Negligible * sum * rest * rest)
            {
                break;
            }
        }

        return sum;
    }

    internal static double ByQuadrature(double shape, double a, double b, double u)
    {
        double concentration = a / (a + b) * b;
        double step = Math.Min(0.25, 0.4 / Math.Sqrt(concentration));
        Integrand integrand = new(shape, a, b, u);
        double sum = integrand.At(0);
        sum = AddUpwards(integrand, step, sum);
        sum = AddDownwards(integrand, step, sum);
        return step * sum;
    }

    // Towards p = 1. Beyond p = ½ the terms fall at least as fast as (1 − p)^(B/2) does, and in the end exactly as (1 − p)^B.
    private static double AddUpwards(Integrand integrand, double step, double sum)
    {
        double end = LogOfAllDigits + Math.Log(Math.Max(1, Math.Max(integrand.A, integrand.Shape))) - integrand.Start;
        double slowest = Math.Min(1, ExpMinusOne.Of(integrand.B * step / 2));
        for (int count = 1; count < MostTerms; count++)
        {
            double distance = count * step;
            double term = integrand.At(distance);
            sum += term;
            if (distance > end)
            {
                sum += term / ExpMinusOne.Of(integrand.B * step);
                break;
            }

            bool isFalling = distance > -integrand.Start || integrand.B > 2;
            if (isFalling && term < Negligible * sum * slowest)
            {
                break;
            }
        }

        return sum;
    }

    // Towards p = 0, where the terms in the end fall exactly as p^a does.
    private static double AddDownwards(Integrand integrand, double step, double sum)
    {
        double largest = Math.Log(Math.Max(1, Math.Max(integrand.B, (integrand.Shape + 1) * integrand.Ratio)));
        double end = LogOfAllDigits + largest + integrand.Start;
        double calm = Math.Log(10) + largest + integrand.Start;
        double slowest = Math.Min(1, ExpMinusOne.Of(integrand.A * step / 2));
        for (int count = 1; count < MostTerms; count++)
        {
            double distance = count * step;
            double term = integrand.At(-distance);
            sum += term;
            if (distance > end)
            {
                sum += term / ExpMinusOne.Of(integrand.A * step);
                break;
            }

            bool isFalling = distance > calm || integrand.A > 2;
            if (isFalling && term < Negligible * sum * slowest)
            {
                break;
            }
        }

        return sum;
    }

    /// <summary>The density of the log-odds of p times (1 − (1 + pu)^(−R))/p, by the distance from the mean of p.</summary>
    private sealed class Integrand(double shape, double a, double b, double u)
    {
        private readonly double _mean = a / (a + b);
        private readonly double _rest = b / (a + b);
        private readonly double _density = BetaDistribution.LogOddsDensity(a, b, Math.Log(a) - Math.Log(b));

        public double Shape => shape;

        public double A => a;

        public double B => b;

        public double Ratio => u;

        /// <summary>The log-odds of the mean, where the density is largest.</summary>
        public double Start { get; } = Math.Log(a) - Math.Log(b);

        public double At(double distance)
        {
            // Relative to the peak, so that shapes of millions multiply differences that are exact, not logarithms that are rounded.
            double density =
                _density
                * Math.Exp(-(a * LogMixture(_mean, _rest, -distance)) - (b * LogMixture(_rest, _mean, distance)));
            double p = 1 / (1 + Math.Exp(-Start - distance));
            return density * (-ExpMinusOne.Of(-shape * LogOnePlus.Of(p * u)) / p);
        }

        /// <summary>ln(stays + moves·eᵈ) for shares that add up to 1.</summary>
        private static double LogMixture(double stays, double moves, double distance) =>
            moves < 0.5 || Math.Abs(distance) < 0.5
                ? LogOnePlus.Of(moves * ExpMinusOne.Of(distance))
                : Math.Log(stays + (moves * Math.Exp(distance)));
    }
}
