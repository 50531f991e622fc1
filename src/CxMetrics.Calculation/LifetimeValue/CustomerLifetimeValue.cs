using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>Residual lifetime values of customers without a contract, fitted to their purchases.</summary>
/// <remarks>
/// BG/NBD for purchases and gamma-gamma for spend, discounted to a horizon (<see cref="LifetimeValueModel"/>). Uncertainty of means comes
/// from a bootstrap over customers: the intervals are about the parameters that the customers happened to show, not about what
/// these customers will do by chance; for one customer that is <see cref="LifetimeValueModel.Predict"/>.
/// </remarks>
public static class CustomerLifetimeValue
{
    /// <summary>Fits to fewer customers with a repeat purchase than this carry <see cref="Caveats.LowSampleSize"/>, and results by segment are withheld.</summary>
    public const int FewestRepeatCustomers = 200;

    /// <summary>How many resamples are drawn unless another number is asked for.</summary>
    public const int DefaultResamples = 500;

    private const int FewestResamples = 50;
    private const int MostResamples = 100_000;

    /// <summary>Fits both models to customers.</summary>
    /// <param name="customers">The customers, those without a repeat purchase included, in any order.</param>
    /// <param name="terms">Horizon, discount and margin, in the unit of time of the histories.</param>
    /// <returns>The fit, or why one of the models could not be fitted.</returns>
    /// <exception cref="ArgumentException">A row cannot be, or the horizon is out of its range.</exception>
    public static FitOutcome<LifetimeValueFit> Fit(ReadOnlySpan<CustomerHistory> customers, LifetimeValueTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        FitOutcome<BgNbdFit> purchases = BgNbd.Fit(customers);
        if (!purchases.IsFitted)
        {
            return NotFitted("Purchases", purchases.Reason.Value, purchases.Explanation);
        }

        FitOutcome<GammaGammaFit> spend = GammaGamma.Fit(customers);
        return spend.IsFitted
            ? FitOutcome<LifetimeValueFit>.Fitted(new LifetimeValueFit(purchases.Model, spend.Model, terms))
            : NotFitted("Spend", spend.Reason.Value, spend.Explanation);
    }

    /// <summary>The mean value per customer, for all and by segment, with intervals from refits to resampled customers.</summary>
    /// <param name="customers">The customers, those without a repeat purchase included, in any order.</param>
    /// <param name="terms">Horizon, discount and margin, in the unit of time of the histories.</param>
    /// <param name="seed">Where the random numbers start: the same seed gives the same intervals.</param>
    /// <param name="segments">The segment of each customer, numbered from 0; empty for no segments.</param>
    /// <param name="resamples">The number of resamples, from 50 to 100,000.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The estimates, or why one of the models could not be fitted.</returns>
    /// <exception cref="ArgumentException">
    /// A row cannot be, a number is out of its range, or there are not as many segments as customers.
    /// </exception>
    /// <remarks>
    /// Each resample draws as many customers as there are, with replacement, refits both models from the maximum on, and takes the mean value of the
    /// original customers under the new parameters; limits are percentiles over the resamples, extended to the estimate where they miss it. Where a refit
    /// finds no maximum, or one with an infinite mean spend, parameters are drawn from the normal distribution on the log scale that the
    /// observed information gives; how often is in the result. Resamples run in parallel, each with random numbers of its own, so that the
    /// result does not depend on the number of threads. Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 6 and 13.
    /// </remarks>
    public static FitOutcome<LifetimeValueEstimates> FromHistories(
        ReadOnlySpan<CustomerHistory> customers,
        LifetimeValueTerms terms,
        long seed,
        ReadOnlySpan<int> segments = default,
        int resamples = DefaultResamples,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, FewestResamples);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resamples, MostResamples);
        ThrowIfInvalid(segments, customers.Length);
        FitOutcome<LifetimeValueFit> fit = Fit(customers, terms);
        return fit.IsFitted
            ? FitOutcome<LifetimeValueEstimates>.Fitted(
                new LifetimeValueBootstrap(fit.Model, customers, segments).Run(seed, resamples, level)
            )
            : FitOutcome<LifetimeValueEstimates>.NotFitted(fit.Reason.Value, fit.Explanation);
    }

    internal static Caveats CaveatsOf(long repeatCustomers) =>
        repeatCustomers < FewestRepeatCustomers ? Caveats.LowSampleSize : Caveats.None;

    private static FitOutcome<LifetimeValueFit> NotFitted(string model, NotFittedReason reason, string explanation) =>
        FitOutcome<LifetimeValueFit>.NotFitted(reason, $"{model}: {explanation}");

    private static void ThrowIfInvalid(ReadOnlySpan<int> segments, int customers)
    {
        if (!segments.IsEmpty && segments.Length != customers)
        {
            throw new ArgumentException(
                $"{segments.Length} segments and {customers} customers were given.",
                nameof(segments)
            );
        }

        for (int row = 0; row < segments.Length; row++)
        {
            if (segments[row] < 0 || segments[row] >= segments.Length)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(segments),
                    segments[row],
                    $"Row {row}: segments are numbered from 0, below the number of customers."
                );
            }
        }
    }
}
