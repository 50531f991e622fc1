using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Revenue;

/// <summary>Discounted expected payments in the shifted beta-geometric model.</summary>
/// <param name="discount">The discount rate per period, d, 0 or more, above 0 without a horizon.</param>
/// <param name="payments">The number of payments up to the horizon; null for no horizon.</param>
internal sealed class DiscountedPayments(double discount, int? payments)
{
    private readonly double _factor = 1 / (1 + discount);

    /// <summary>The payments of a customer who never leaves.</summary>
    public double OfCertainCustomer =>
        payments is { } count ? GeometricSum.Of(_factor, count).Value : (1 + discount) / discount;

    /// <summary>The payments of a new customer, the first of them certain: Σ S(t)/(1 + d)^t from t = 0.</summary>
    public double OfNewCustomer(BetaParameters parameters) =>
        payments is { } count ? Sum(parameters, count) : HypergeometricOf(parameters);

    /// <summary>The payments of a customer before the next renewal, given those already made: that renewal, and all after it if it is made.</summary>
    public double BeforeRenewal(BetaParameters parameters, int renewals) =>
        RenewalProbabilities.Retention(parameters, renewals + 1)
        * OfNewCustomer(parameters.AfterRenewals(renewals + 1));

    private double Sum(BetaParameters parameters, int count)
    {
        double sum = 1;
        double term = 1;
        for (int period = 1; period < count; period++)
        {
            term *= RenewalProbabilities.Retention(parameters, period) * _factor;
            sum += term;
        }

        return sum;
    }

    // The sum without end is the hypergeometric function F(1, β; α + β; 1/(1 + d)), here by Gauss's continued fraction (DLMF 15.7.5) and the
    // modified Lentz method: some 20/√d terms, where the series needs 36/d.
    private double HypergeometricOf(BetaParameters parameters)
    {
        double b = parameters.Beta;
        double c = parameters.Total;
        double value = 1;
        double upper = 1;
        double lower = 0;
        for (int n = 0; n < 10_000_000; n++)
        {
            int k = n >> 1;
            double coefficient =
                n == 0 ? b / c
                : n % 2 == 0 ? (b + k) / (c + n) * ((c - 1 + k) / (c + n - 1))
                : (k + 1) / (c + n) * ((c - b + k) / (c + n - 1));
            lower = 1 / (1 - (coefficient * _factor * lower));
            upper = 1 - (coefficient * _factor / upper);
            double change = upper * lower;
            value *= change;
            if (Math.Abs(change - 1) < 4e-16)
            {
                break;
            }
        }

        return 1 / value;
    }
}
