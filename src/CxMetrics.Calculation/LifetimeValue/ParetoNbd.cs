using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The Pareto/NBD model of repeat purchases without a contract, with given parameters.</summary>
/// <remarks>
/// While active a customer buys at random at rate λ; he may drop out at any moment, at rate μ. Over customers λ is Gamma(r, α) and μ is
/// Gamma(s, β), independently. Unlike in <see cref="BgNbd"/>, a customer without a repeat purchase may have dropped out. α and β are in the unit of
/// time of the histories; r and s have none. Immutable.
/// Sources: Schmittlein, Morrison and Colombo (1987), Management Science 33(1), 1-24; Fader, Hardie and Lee (2005), "RFM and CLV: Using
/// Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42, 415-430.
/// </remarks>
public sealed record ParetoNbd
{
    /// <summary>The model with these parameters.</summary>
    /// <param name="r">The shape of the distribution of purchase rates, from 1e-12 to 1e12.</param>
    /// <param name="alpha">Its rate, in units of time, from 1e-305 to 1e305; the mean purchase rate is r/α.</param>
    /// <param name="s">The shape of the distribution of dropout rates, from 1e-12 to 1e12.</param>
    /// <param name="beta">Its rate, in units of time, from 1e-305 to 1e305; the mean dropout rate is s/β.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public ParetoNbd(double r, double alpha, double s, double beta)
    {
        ParameterRange.ThrowIfNotShape(r);
        ParameterRange.ThrowIfNotScale(alpha);
        ParameterRange.ThrowIfNotShape(s);
        ParameterRange.ThrowIfNotScale(beta);
        R = r;
        Alpha = alpha;
        S = s;
        Beta = beta;
    }

    /// <summary>The shape of the distribution of purchase rates.</summary>
    public double R { get; }

    /// <summary>The rate of the distribution of purchase rates, in units of time.</summary>
    public double Alpha { get; }

    /// <summary>The shape of the distribution of dropout rates.</summary>
    public double S { get; }

    /// <summary>The rate of the distribution of dropout rates, in units of time.</summary>
    public double Beta { get; }

    /// <summary>Fits the parameters to customers by maximum likelihood.</summary>
    /// <param name="customers">The customers, those without a repeat purchase included, in any order.</param>
    /// <returns>The fit, at a verified maximum, or why there is none; the reasons are those of <see cref="BgNbd.Fit"/>.</returns>
    /// <exception cref="ArgumentException">A row cannot be; the message names it.</exception>
    public static FitOutcome<ParetoNbdFit> Fit(ReadOnlySpan<CustomerHistory> customers) => ParetoNbdFit.To(customers);

    /// <summary>The log-likelihood of one customer, all constants of the published likelihood included.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α and β.</param>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double LogLikelihood(CustomerHistory customer)
    {
        customer.ThrowIfInvalid(nameof(customer));
        double x = customer.Frequency;
        double logOdds = LogOddsDropped(customer);
        return GammaRatio.Of(R, x).Log
            - ((R + x) * LogOnePlus.Of(customer.Age, Alpha))
            - (x * Math.Log(Alpha))
            - (S * LogOnePlus.Of(customer.Age, Beta))
            + Math.Max(0, logOdds)
            + LogOnePlus.Of(Math.Exp(-Math.Abs(logOdds)));
    }

    /// <summary>The probability that a customer is still active at the end of observation, from 0 to 1.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α and β.</param>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double ProbabilityAlive(CustomerHistory customer)
    {
        customer.ThrowIfInvalid(nameof(customer));
        return 1 / (1 + Math.Exp(LogOddsDropped(customer)));
    }

    /// <summary>The expected repeat purchases of a new customer from the first purchase on.</summary>
    /// <param name="horizon">The length of time, finite and not negative, at most 1e150 times α and β.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is out of its range.</exception>
    public double ExpectedPurchases(double horizon) => ExpectedPurchases(default, horizon);

    /// <summary>The expected purchases of a customer from the end of observation on, given the history.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α and β.</param>
    /// <param name="horizon">The length of time, finite and not negative, at most 1e150 times α + T and β + T.</param>
    /// <exception cref="ArgumentException">The history cannot be, or the horizon is out of its range.</exception>
    public double ExpectedPurchases(CustomerHistory customer, double horizon)
    {
        double alive = ProbabilityAlive(customer);
        double ratio = ParameterRange.HorizonRatio(horizon, Beta + customer.Age);
        double rate = ParameterRange.HorizonRatio(horizon, Alpha + customer.Age) * (R + customer.Frequency);
        return ratio > 0 ? alive * rate * (ActiveTime(ratio) / ratio) : 0;
    }

    /// <summary>The expected purchases of many customers.</summary>
    /// <param name="customers">The customers' histories, in the unit of time of α and β.</param>
    /// <param name="horizon">The length of time, finite and not negative, at most 1e150 times α and β.</param>
    /// <param name="purchases">Where the expectations go, as many as there are customers.</param>
    /// <exception cref="ArgumentException">A row cannot be, the horizon is out of its range, or the lengths differ.</exception>
    public void ExpectedPurchases(ReadOnlySpan<CustomerHistory> customers, double horizon, Span<double> purchases)
    {
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        ParameterRange.ThrowIfLengthsDiffer(customers.Length, purchases.Length, nameof(purchases));
        for (int row = 0; row < customers.Length; row++)
        {
            purchases[row] = ExpectedPurchases(customers[row], horizon);
        }
    }

    /// <summary>The discounted expected residual transactions (DERT): all purchases to come, each discounted to the end of observation.</summary>
    /// <param name="customer">The customer's history, in the unit of time of α and β.</param>
    /// <param name="continuousRate">The continuously compounded discount rate per unit of time, above 0; ln(1 + d) for a rate of d.</param>
    /// <exception cref="ArgumentException">The history cannot be, or the rate is not above 0, or its product with β + T is not from 1e-150 to 1e150.</exception>
    /// <remarks>
    /// Fader, Hardie and Lee (2005), equation 7 there, with the confluent hypergeometric function in its integral form:
    /// P(alive) (r + x)/(α + T) ∫ e^(−δt) ((β + T)/(β + T + t))^s dt.
    /// </remarks>
    public double DiscountedResidualTransactions(CustomerHistory customer, double continuousRate)
    {
        double alive = ProbabilityAlive(customer);
        double length = Beta + customer.Age;
        double rate = ParameterRange.RateTimesLength(continuousRate, length);
        var integral = new DiscountIntegral(rate, S);
        return alive * (R + customer.Frequency) * (length / (Alpha + customer.Age)) * integral.Value();
    }

    /// <summary>ln of the odds of having dropped out, of a history that is known to be valid.</summary>
    private double LogOddsDropped(in CustomerHistory customer) =>
        DropoutIntegral.LogOdds(this, customer.Frequency, customer.Recency, customer.Age);

    // (1 - (1 + ratio)^(1 - s))/(s - 1), the mean time to dropout within the horizon over β + T; its limit at s = 1 is a logarithm.
    private double ActiveTime(double ratio)
    {
        double log = LogOnePlus.Of(ratio);
        double exponent = (1 - S) * log;
        return Math.Abs(exponent) > 0 ? log * (ExpMinusOne.Of(exponent) / exponent) : log;
    }
}
