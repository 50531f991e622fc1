using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Numerics;
using MathNet.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The gamma-gamma model of the mean spend per purchase, with given parameters.</summary>
/// <remarks>
/// What a customer spends varies from purchase to purchase as Gamma(p, ν), and ν over customers as Gamma(q, v); spend has nothing to
/// do with how often somebody buys. The mean over customers is pv/(q − 1), which exists for q above 1 only. v is in the
/// unit of money; p and q have none. Immutable.
/// Sources: Fader, Hardie and Lee (2005), Journal of Marketing Research 42, 415-430; Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value".
/// </remarks>
public sealed record GammaGamma
{
    /// <summary>The model with these parameters.</summary>
    /// <param name="p">The shape of the distribution of a customer's spends, from 1e-12 to 1e12.</param>
    /// <param name="q">The shape of the distribution over customers, from 1e-12 to 1e12.</param>
    /// <param name="v">Its scale, in units of money, from 1e-305 to 1e305; γ in the sources.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public GammaGamma(double p, double q, double v)
    {
        ParameterRange.ThrowIfNotShape(p);
        ParameterRange.ThrowIfNotShape(q);
        ParameterRange.ThrowIfNotScale(v);
        P = p;
        Q = q;
        V = v;
    }

    /// <summary>The shape of the distribution of a customer's spends.</summary>
    public double P { get; }

    /// <summary>The shape of the distribution over customers.</summary>
    public double Q { get; }

    /// <summary>The scale of the distribution over customers, in units of money.</summary>
    public double V { get; }

    /// <summary>The mean spend per purchase over all customers, pv/(q − 1); null for q not above 1, where it is infinite, or where it is beyond the range of a double.</summary>
    public double? PopulationMean => ExpectedSpendOf(default);

    /// <summary>Fits the parameters to repeat purchasers by maximum likelihood.</summary>
    /// <param name="customers">The customers. Those without a repeat purchase, or whose repeat purchases were all free, carry no information and are left out.</param>
    /// <returns>
    /// The fit, at a verified maximum, or why there is none: <see cref="NotFittedReason.TooFewObservations"/> below three repeat purchasers,
    /// <see cref="NotFittedReason.NoVariation"/> where their mean spends are all equal, <see cref="NotFittedReason.NoMaximum"/> where the likelihood
    /// keeps rising towards the edge.
    /// </returns>
    /// <exception cref="ArgumentException">A row cannot be; the message names it.</exception>
    public static FitOutcome<GammaGammaFit> Fit(ReadOnlySpan<CustomerHistory> customers) => GammaGammaFit.To(customers);

    /// <summary>The log-likelihood of one customer's mean spend, all constants of the published likelihood included; null without a spend on repeat purchases.</summary>
    /// <param name="customer">The customer's history; only frequency and monetary value matter.</param>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double? LogLikelihood(CustomerHistory customer)
    {
        customer.ThrowIfInvalid(nameof(customer));
        if (customer is not { Frequency: > 0, MonetaryValue: > 0 })
        {
            return null;
        }

        double shape = P * customer.Frequency;
        double logTotal = Math.Log(customer.MonetaryValue) + Math.Log(customer.Frequency);
        double logScale = Math.Log(V);
        double logSum = Math.Max(logTotal, logScale) + LogOnePlus.Of(Math.Exp(-Math.Abs(logTotal - logScale)));
        return GammaRatio.Of(shape, Q).Log
            - SpecialFunctions.GammaLn(Q)
            - Math.Log(customer.MonetaryValue)
            + (shape * (logTotal - logSum))
            + (Q * (logScale - logSum));
    }

    /// <summary>The expected spend per purchase of a customer given the history: the mean of the customer's own and of all customers' spend, weighted.</summary>
    /// <param name="customer">The customer's history; only frequency and monetary value matter.</param>
    /// <returns>p(v + x m)/(px + q − 1); <see cref="PopulationMean"/> without a repeat purchase. Null where px + q is not above 1 and the expectation infinite, or where it is beyond the range of a double.</returns>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double? ExpectedSpend(CustomerHistory customer)
    {
        customer.ThrowIfInvalid(nameof(customer));
        return ExpectedSpendOf(customer);
    }

    /// <summary>The expected spend of a history that is known to be valid.</summary>
    internal double? ExpectedSpendOf(in CustomerHistory customer)
    {
        double x = customer.Frequency;
        double divisor = (P * x) + (Q - 1);
        if (!(divisor > 0))
        {
            return null;
        }

        // Divided before multiplied, so that amounts near the largest double stay finite.
        double weight = P * x / divisor;
        double spend = (weight * customer.MonetaryValue) + (P / divisor * V);
        return double.IsFinite(spend) ? spend : null;
    }
}
