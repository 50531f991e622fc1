using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Revenue;

/// <summary>The shifted beta-geometric model of how long customers keep renewing, fitted to cohorts by maximum likelihood.</summary>
/// <remarks>
/// Each customer leaves at the end of a period with a probability θ of their own, which never changes; over customers θ has a beta
/// distribution with the parameters α and β. Those who leave easily leave first, so that retention rises with age although nobody
/// changes: r(t) = (β + t − 1)/(α + β + t − 1), S(t) = r(1)⋯r(t). Standard errors come from the observed information; those of everything
/// computed from the parameters by the delta method, with intervals on the scale of log-odds between the bounds of the quantity. Immutable.
/// Sources: Fader and Hardie (2007), "How to Project Customer Retention", Journal of Interactive Marketing 21, 76-90; Fader and Hardie
/// (2010), "Customer-Base Valuation in a Contractual Setting", Marketing Science 29, 85-93.
/// </remarks>
public sealed record ShiftedBetaGeometric
{
    private const int MostPeriods = 100_000;
    private const double LeastDiscountWithoutHorizon = 1e-6;

    private readonly ParameterCovariance _covariance;

    private ShiftedBetaGeometric(RenewalCounts counts, double alpha, double beta, ParameterCovariance covariance)
    {
        Alpha = alpha;
        Beta = beta;
        _covariance = covariance;
        LogLikelihood = LogLikelihoodOf(counts, alpha, beta);
        Customers = counts.Customers;
        Lost = counts.Lost;
    }

    /// <summary>The first parameter, α, above 0.</summary>
    public double Alpha { get; }

    /// <summary>The second parameter, β, above 0.</summary>
    public double Beta { get; }

    /// <summary>The standard error of α.</summary>
    public double AlphaStandardError => Math.Sqrt(_covariance.Alpha);

    /// <summary>The standard error of β.</summary>
    public double BetaStandardError => Math.Sqrt(_covariance.Beta);

    /// <summary>The log-likelihood at the parameters.</summary>
    public double LogLikelihood { get; }

    /// <summary>The number of customers in the cohorts.</summary>
    public long Customers { get; }

    /// <summary>The number of them that were lost.</summary>
    public long Lost { get; }

    private Caveats Caveats => AccountCaveats.OfLosses(Lost);

    /// <summary>Fits the model to one cohort.</summary>
    /// <param name="survivors">The size of the cohort, then how many of it were left after each period.</param>
    /// <returns>The model, or the reason why there is none; see <see cref="FromCohorts"/>.</returns>
    /// <exception cref="ArgumentException">There are no counts, one is negative, or they rise.</exception>
    public static FitOutcome<ShiftedBetaGeometric> FromSurvivors(ReadOnlySpan<long> survivors)
    {
        RenewalCounts counts = new();
        counts.Add(survivors, nameof(survivors));
        return Fit(counts);
    }

    /// <summary>Fits the model to several cohorts with the same parameters.</summary>
    /// <param name="cohorts">For each cohort its size, then how many of it were left after each period it was observed.</param>
    /// <returns>
    /// The model, or the reason why there is none: nobody was lost, or no cohort was seen over two periods
    /// (<see cref="NotFittedReason.TooFewObservations"/>); everybody was lost in the first period
    /// (<see cref="NotFittedReason.NoVariation"/>); nobody was lost after the first period, or the churn rate does not fall with age
    /// (<see cref="NotFittedReason.NoMaximum"/>).
    /// </returns>
    /// <exception cref="ArgumentException">A cohort has no counts, one is negative, or they rise.</exception>
    /// <exception cref="OverflowException">The number of customers exceeds <see cref="long.MaxValue"/>.</exception>
    public static FitOutcome<ShiftedBetaGeometric> FromCohorts(IReadOnlyList<IReadOnlyList<long>> cohorts)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        RenewalCounts counts = new();
        foreach (IReadOnlyList<long> cohort in cohorts)
        {
            counts.Add([.. cohort ?? []], nameof(cohorts));
        }

        return Fit(counts);
    }

    /// <summary>The retention rate over a period: the share of those who made it to its start who are left at its end.</summary>
    /// <param name="period">The period, 1 for the first.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not from 1 to 100,000, or the level is not strictly between 0 and 1.</exception>
    public Estimate RetentionRate(int period, double level = ConfidenceLevel.Default)
    {
        ThrowIfNotAPeriod(period, nameof(period));
        return Between(parameters => RenewalProbabilities.Retention(parameters, period), 0, 1, level);
    }

    /// <summary>The share of customers who are left after a number of periods.</summary>
    /// <param name="period">The number of periods, 1 or more.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not from 1 to 100,000, or the level is not strictly between 0 and 1.</exception>
    public Estimate Survival(int period, double level = ConfidenceLevel.Default)
    {
        ThrowIfNotAPeriod(period, nameof(period));
        return Between(parameters => RenewalProbabilities.Survival(parameters, period), 0, 1, level);
    }

    /// <summary>The discounted expected number of payments of a new customer, the first of which is made now: Σ S(t)/(1 + d)^t from t = 0.</summary>
    /// <param name="discount">The discount rate per period, finite; 0 or more with a horizon, 1e-6 or more without.</param>
    /// <param name="payments">The number of payments up to the horizon, 1 to 100,000; null for no horizon.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>At least 1, that first payment; without an interval when it is the only one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The discount is below its least value or not finite, the payments are not from 1 to 100,000, or the level is not strictly between 0 and 1.</exception>
    public Estimate DiscountedExpectedLifetime(
        double discount,
        int? payments = null,
        double level = ConfidenceLevel.Default
    )
    {
        DiscountedPayments discounted = PaymentsOf(discount, payments);
        return Between(discounted.OfNewCustomer, 1, discounted.OfCertainCustomer, level);
    }

    /// <summary>The discounted expected number of payments still to come from a customer about to decide on a renewal.</summary>
    /// <param name="discount">The discount rate per period, finite; 0 or more with a horizon, 1e-6 or more without.</param>
    /// <param name="renewals">How often the customer has renewed already, 0 or more.</param>
    /// <param name="payments">The number of payments up to the horizon, 1 to 100,000; null for no horizon.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>Σ S(t)/S(n)/(1 + d)^(t − n − 1) from t = n + 1, n being the renewals: the next payment is not discounted, and not certain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The discount is below its least value or not finite, the renewals are not from 0 to 100,000, the payments are not from 1 to 100,000, or the level is not strictly between 0 and 1.</exception>
    public Estimate DiscountedExpectedResidualLifetime(
        double discount,
        int renewals,
        int? payments = null,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(renewals, MostPeriods);
        DiscountedPayments discounted = PaymentsOf(discount, payments);
        return Between(
            parameters => discounted.BeforeRenewal(parameters, renewals),
            0,
            discounted.OfCertainCustomer,
            level
        );
    }

    private static FitOutcome<ShiftedBetaGeometric> Fit(RenewalCounts counts)
    {
        if (WhyNot(counts) is { } failure)
        {
            return failure;
        }

        ShiftedBetaGeometricSearch search = new(counts);
        if (!search.FallsWithAge)
        {
            return FitOutcome<ShiftedBetaGeometric>.NotFitted(
                NotFittedReason.NoMaximum,
                "The churn rate does not fall with age, so that customers cannot be told apart: one constant churn rate describes them."
            );
        }

        return search.Find() is var (alpha, beta) && ParameterCovariance.Of(counts, alpha, beta) is { } covariance
            ? FitOutcome<ShiftedBetaGeometric>.Fitted(new ShiftedBetaGeometric(counts, alpha, beta, covariance))
            : FitOutcome<ShiftedBetaGeometric>.NotFitted(
                NotFittedReason.DidNotConverge,
                "The search for the parameters ended without meeting its criterion."
            );
    }

    private static FitOutcome<ShiftedBetaGeometric>? WhyNot(RenewalCounts counts)
    {
        if (counts.Lost == 0)
        {
            return FitOutcome<ShiftedBetaGeometric>.NotFitted(
                NotFittedReason.TooFewObservations,
                "No customer was lost: the data do not bound how long customers stay."
            );
        }

        if (counts.KeptAt(0) == 0)
        {
            return FitOutcome<ShiftedBetaGeometric>.NotFitted(
                NotFittedReason.NoVariation,
                "Every customer was lost in the first period."
            );
        }

        if (counts.Ages < 2)
        {
            return FitOutcome<ShiftedBetaGeometric>.NotFitted(
                NotFittedReason.TooFewObservations,
                "No cohort was observed over two periods: one churn rate does not determine two parameters."
            );
        }

        return counts.LostLater > 0
            ? null
            : FitOutcome<ShiftedBetaGeometric>.NotFitted(
                NotFittedReason.NoMaximum,
                "No customer was lost after the first period: the likelihood keeps rising as those who stay become certain to stay."
            );
    }

    private static double LogLikelihoodOf(RenewalCounts counts, double alpha, double beta)
    {
        double sum = 0;
        for (int age = 0; age < counts.Ages; age++)
        {
            double total = alpha + beta + age;
            sum += counts.LostAt(age) * Math.Log(alpha / total);
            sum += counts.KeptAt(age) * Math.Log((beta + age) / total);
        }

        return sum;
    }

    private static DiscountedPayments PaymentsOf(double discount, int? payments)
    {
        double least = payments is null ? LeastDiscountWithoutHorizon : 0;
        if (!(discount >= least && double.IsFinite(discount)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(discount),
                discount,
                "A discount rate is finite and not negative; without a horizon it is 1e-6 or more, since the payments may add up to infinity."
            );
        }

        ThrowIfNotAPeriod(payments ?? 1, nameof(payments));
        return new DiscountedPayments(discount, payments);
    }

    private static void ThrowIfNotAPeriod(int period, string name)
    {
        if (period is < 1 or > MostPeriods)
        {
            throw new ArgumentOutOfRangeException(name, period, $"The number is from 1 to {MostPeriods}.");
        }
    }

    private Estimate Between(Func<BetaParameters, double> quantity, double minimum, double maximum, double level)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        BetaParameters parameters = new(Alpha, Beta);
        double value = Math.Clamp(quantity(parameters), minimum, maximum);
        double error = _covariance.StandardErrorOf(quantity, parameters);
        bool isInside = value > minimum && value < maximum;
        return new Estimate
        {
            Value = value,
            StandardError = error,
            Interval =
                isInside && error > 0
                    ? LogitInterval
                        .FromStandardError(value, error, minimum, maximum, level)
                        .ToInterval(level, IntervalMethodNames.LogitDelta)
                    : null,
            SampleSize = Customers,
            Caveats = Caveats,
        };
    }
}
