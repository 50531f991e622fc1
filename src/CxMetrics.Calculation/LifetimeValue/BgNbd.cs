using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The BG/NBD model of repeat purchases without a contract, with given parameters.</summary>
/// <remarks>
/// While active a customer buys at random at rate λ; after every repeat purchase he drops out for ever with probability p. Over
/// customers λ is Gamma(r, α) and p is Beta(a, b), independently. A customer who has not bought again cannot have dropped out yet, so P(alive) is 1
/// for a frequency of 0: a known property of the model. Purchases of one day count as one, and the first is not counted.
/// α is in the unit of time of the histories; the other parameters have none. Immutable.
/// Source: Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way", Marketing Science 24(2), 275-284.
/// </remarks>
public sealed record BgNbd
{
    /// <summary>The model with these parameters.</summary>
    /// <param name="r">The shape of the distribution of purchase rates, from 1e-12 to 1e12.</param>
    /// <param name="alpha">Its rate, in units of time, from 1e-305 to 1e305; the mean purchase rate is r/α.</param>
    /// <param name="a">The first shape of the distribution of dropout probabilities, from 1e-12 to 1e12.</param>
    /// <param name="b">The second, from 1e-12 to 1e12; the mean dropout probability is a/(a + b).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public BgNbd(double r, double alpha, double a, double b)
    {
        ParameterRange.ThrowIfNotShape(r);
        ParameterRange.ThrowIfNotScale(alpha);
        ParameterRange.ThrowIfNotShape(a);
        ParameterRange.ThrowIfNotShape(b);
        R = r;
        Alpha = alpha;
        A = a;
        B = b;
    }

    /// <summary>The shape of the distribution of purchase rates.</summary>
    public double R { get; }

    /// <summary>The rate of the distribution of purchase rates, in units of time.</summary>
    public double Alpha { get; }

    /// <summary>The first shape of the distribution of dropout probabilities.</summary>
    public double A { get; }

    /// <summary>The second shape of the distribution of dropout probabilities.</summary>
    public double B { get; }

    /// <summary>Fits the parameters to customers by maximum likelihood.</summary>
    /// <param name="customers">The customers, those without a repeat purchase included, in any order.</param>
    /// <returns>
    /// The fit, at a verified maximum: no gradient left, and the Hessian negative definite. Otherwise why there is none:
    /// <see cref="NotFittedReason.TooFewObservations"/> below two customers or without any repeat purchase;
    /// <see cref="NotFittedReason.NoMaximum"/> where the likelihood keeps rising towards the edge, as it does in very dense or very short histories.
    /// </returns>
    /// <exception cref="ArgumentException">A row cannot be; the message names it.</exception>
    public static FitOutcome<BgNbdFit> Fit(ReadOnlySpan<CustomerHistory> customers) => BgNbdFit.To(customers);

    /// <summary>The log-likelihood of one customer, all constants of the published likelihood included.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α.</param>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double LogLikelihood(CustomerHistory customer)
    {
        customer.ThrowIfInvalid(nameof(customer));
        double x = customer.Frequency;
        double stays = GammaRatio.Of(B, x).Log - GammaRatio.Of(A + B, x).Log;
        double silent = ((R + x) * LogOnePlus.Of(customer.Age, Alpha)) + (x * Math.Log(Alpha));
        return GammaRatio.Of(R, x).Log + stays - silent + LogMixture(customer);
    }

    /// <summary>The probability that a customer is still active at the end of observation, from 0 to 1; 1 without a repeat purchase.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α.</param>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double ProbabilityAlive(CustomerHistory customer)
    {
        customer.ThrowIfInvalid(nameof(customer));
        return ProbabilityAliveOf(customer);
    }

    /// <summary>The expected repeat purchases of a new customer from the first purchase on.</summary>
    /// <param name="horizon">The length of time, finite and not negative, at most 1e150 times α.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is out of its range.</exception>
    public double ExpectedPurchases(double horizon) => ExpectedPurchases(default, horizon);

    /// <summary>The expected purchases of a customer from the end of observation on, given the history.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α.</param>
    /// <param name="horizon">The length of time, finite and not negative, at most 1e150 times α + T.</param>
    /// <exception cref="ArgumentException">The history cannot be, or the horizon is out of its range.</exception>
    public double ExpectedPurchases(CustomerHistory customer, double horizon)
    {
        customer.ThrowIfInvalid(nameof(customer));
        double ratio = ParameterRange.HorizonRatio(horizon, Alpha + customer.Age);
        return ProbabilityAliveOf(customer)
            * ExpectedPurchaseCount.Of(R + customer.Frequency, A, B + customer.Frequency, ratio);
    }

    /// <summary>The expected purchases of many customers, as one at a time to 1e-12, but much faster.</summary>
    /// <param name="customers">The customers' histories, in the unit of time of α.</param>
    /// <param name="horizon">The length of time, finite and not negative, at most 1e150 times α.</param>
    /// <param name="purchases">Where the expectations go, as many as there are customers.</param>
    /// <exception cref="ArgumentException">A row cannot be, the horizon is out of its range, or the lengths differ.</exception>
    /// <remarks>
    /// The expectation of an active customer depends on the age through a smooth curve that is the same for all customers of one frequency;
    /// where many share it, the curve is interpolated.
    /// </remarks>
    public void ExpectedPurchases(ReadOnlySpan<CustomerHistory> customers, double horizon, Span<double> purchases)
    {
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        ParameterRange.ThrowIfLengthsDiffer(customers.Length, purchases.Length, nameof(purchases));
        ParameterRange.HorizonRatio(horizon, Alpha);
        var curves = new PurchaseCurves(this, [horizon], [1], customers);
        for (int row = 0; row < customers.Length; row++)
        {
            purchases[row] = ProbabilityAliveOf(customers[row]) * curves.At(customers[row]);
        }
    }

    /// <summary>The distribution of a customer's purchases from the end of observation on, given the history.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α; the default is a new customer.</param>
    /// <param name="horizon">The length of time, finite and not negative, at most 1e150 times α + T.</param>
    /// <exception cref="ArgumentException">The history cannot be, or the horizon is out of its range.</exception>
    public FuturePurchases FuturePurchases(CustomerHistory customer, double horizon)
    {
        customer.ThrowIfInvalid(nameof(customer));
        double ratio = ParameterRange.HorizonRatio(horizon, Alpha + customer.Age);
        int x = customer.Frequency;
        return new FuturePurchases(ProbabilityAliveOf(customer), R + x, A, B + x, ratio);
    }

    /// <summary>P(alive) of a history that is known to be valid.</summary>
    internal double ProbabilityAliveOf(in CustomerHistory customer) =>
        customer.Frequency == 0 ? 1 : 1 / (1 + Math.Exp(LogOddsDropped(customer)));

    private double LogMixture(in CustomerHistory customer)
    {
        if (customer.Frequency == 0)
        {
            return 0;
        }

        double u = LogOddsDropped(customer);
        return Math.Max(u, 0) + LogOnePlus.Of(Math.Exp(-Math.Abs(u)));
    }

    // Of having dropped out at the last purchase to being active: a/(b + x - 1) ((α + T)/(α + tₓ))^(r + x).
    private double LogOddsDropped(in CustomerHistory customer)
    {
        double x = customer.Frequency;
        double silence = LogOnePlus.Of(customer.Age - customer.Recency, Alpha + customer.Recency);
        return Math.Log(A) - Math.Log(B + (x - 1)) + ((R + x) * silence);
    }
}
