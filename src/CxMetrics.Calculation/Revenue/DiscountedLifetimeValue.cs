using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Revenue;

/// <summary>The discounted contractual lifetime value: what a customer is expected to pay, each payment times the chance that it is made.</summary>
/// <remarks>
/// Σ m·S(t)/(1 + d)^t over the payments up to a horizon, with the margin m per period, the survival S and the discount rate d per period. The
/// horizon and the rate belong into the result. Margin and lifetime are taken as independent; their uncertainty is combined by
/// square-and-add on the logarithmic scale.
/// </remarks>
public static class DiscountedLifetimeValue
{
    /// <summary>From one retention rate that holds in every period.</summary>
    /// <param name="marginPerPeriod">The margin that a customer brings per period.</param>
    /// <param name="customers">The customers active at the start of a period.</param>
    /// <param name="lost">Those of them who are not active at its end.</param>
    /// <param name="discount">The discount rate per period, finite, 0 or more.</param>
    /// <param name="firstPayment">When the first payment falls due.</param>
    /// <param name="payments">The number of payments up to the horizon, 1 or more; null for no horizon.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="OpenEstimate.None"/> for no customers. The limits are those of the retention rate (Wilson) put into the formula. Without
    /// discount and horizon the value is infinite when nobody was lost: then there is only the lower limit. Without margin the value is 0
    /// and has no limits. <see cref="Caveats.LowSampleSize"/> below 30 lost customers.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more were lost than present, the discount is negative or not finite, there is no payment up to the horizon, the first payment is unknown, or the level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The value is larger than any number.</exception>
    public static OpenEstimate FromRetention(
        UncertainValue marginPerPeriod,
        long customers,
        long lost,
        double discount,
        FirstPayment firstPayment,
        int? payments = null,
        double level = ConfidenceLevel.Default
    )
    {
        LogoChurn.ThrowIfInvalid(customers, lost);
        Estimate retention = LogoRetention.FromCounts(customers, lost, level);
        ThrowIfInvalid(discount, firstPayment);
        if (payments < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(payments),
                payments,
                "There is at least one payment up to the horizon."
            );
        }

        if (customers == 0)
        {
            return OpenEstimate.None;
        }

        RetentionAnnuity annuity = new(discount, firstPayment, payments);
        double rate = retention.Value!.Value;
        ConfidenceInterval interval = retention.Interval!.Value;
        OpenEstimate lifetime = new()
        {
            Value = annuity.At(rate),
            StandardError = annuity.SlopeAt(rate) * retention.StandardError,
            Lower = annuity.At(interval.Lower),
            Upper = annuity.At(interval.Upper),
            Level = level,
            Method = IntervalMethodNames.LogSquareAndAdd,
            SampleSize = customers,
            Caveats = AccountCaveats.OfLosses(lost),
        };
        return Product(marginPerPeriod, lifetime);
    }

    /// <summary>From survival probabilities with Greenwood's standard errors, as Kaplan and Meier's estimator gives them.</summary>
    /// <param name="marginPerPeriod">The margin that a customer brings per period.</param>
    /// <param name="survival">The probability of being a customer still at each payment, 0 to 1, not rising. The first is 1 when it is due now.</param>
    /// <param name="standardErrors">Greenwood's standard error of each.</param>
    /// <param name="customers">The number of customers they were estimated from.</param>
    /// <param name="discount">The discount rate per period, finite, 0 or more.</param>
    /// <param name="firstPayment">When the first payment falls due; the others follow one period apart.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no payments. The survival probabilities of one curve go together: cov(S(s), S(t)) = S(s)S(t)·σ²(s) for
    /// s ≤ t, σ(t) being the standard error over S(t). From that follows the standard error, and the interval on the scale of
    /// log-odds between no payment and all of them. No interval where the curve has not fallen, or is 0, at every payment: it then has no
    /// standard error.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many standard errors as probabilities, or the probabilities rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not from 0 to 1, a standard error is negative or not finite, there are no customers, the discount is negative or not finite, the first payment is unknown, or the level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The value is larger than any number.</exception>
    public static Estimate FromSurvival(
        UncertainValue marginPerPeriod,
        ReadOnlySpan<double> survival,
        ReadOnlySpan<double> standardErrors,
        long customers,
        double discount,
        FirstPayment firstPayment,
        double level = ConfidenceLevel.Default
    )
    {
        SurvivalPayments.ThrowIfInvalid(survival, nameof(survival));
        FiniteNumbers.ThrowIfNotFiniteOrNegative(standardErrors, nameof(standardErrors));
        ThrowIfDifferent(survival.Length, standardErrors.Length, nameof(standardErrors));
        ThrowIfInvalid(discount, firstPayment);
        ThrowIfInvalid(customers, level);
        if (survival.IsEmpty)
        {
            return Estimate.None;
        }

        SurvivalPayments payments = SurvivalPayments.Of(survival, discount, firstPayment);
        double? error = payments.StandardError(survival, standardErrors);
        ConfidenceInterval? interval =
            error > 0 && payments.Expected < payments.Certain
                ? LogitInterval
                    .FromStandardError(payments.Expected, error.Value, 0, payments.Certain, level)
                    .ToInterval(level, IntervalMethodNames.LogitDelta)
                : null;
        return FromLifetime(
            marginPerPeriod,
            new Estimate
            {
                Value = payments.Expected,
                StandardError = error,
                Interval = interval,
                SampleSize = customers,
            }
        );
    }

    /// <summary>From survival probabilities with the limits of each.</summary>
    /// <param name="marginPerPeriod">The margin that a customer brings per period.</param>
    /// <param name="survival">The probability of being a customer still at each payment, 0 to 1, not rising. The first is 1 when it is due now.</param>
    /// <param name="lower">The lower limit of each, not above it.</param>
    /// <param name="upper">The upper limit of each, not below it, at the same level.</param>
    /// <param name="customers">The number of customers they were estimated from.</param>
    /// <param name="discount">The discount rate per period, finite, 0 or more.</param>
    /// <param name="firstPayment">When the first payment falls due; the others follow one period apart.</param>
    /// <param name="level">The two-sided confidence level of the limits.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no payments. The limits are the values of the lower and the upper curve: as if all probabilities were
    /// too high or too low together, hence wider than needed. No standard error.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length, the probabilities rise, or a probability is outside its limits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability or limit is not from 0 to 1, there are no customers, the discount is negative or not finite, the first payment is unknown, or the level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The value is larger than any number.</exception>
    public static Estimate FromSurvivalLimits(
        UncertainValue marginPerPeriod,
        ReadOnlySpan<double> survival,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        long customers,
        double discount,
        FirstPayment firstPayment,
        double level = ConfidenceLevel.Default
    )
    {
        SurvivalPayments.ThrowIfInvalid(survival, nameof(survival));
        ThrowIfDifferent(survival.Length, lower.Length, nameof(lower));
        ThrowIfDifferent(survival.Length, upper.Length, nameof(upper));
        SurvivalPayments.ThrowIfOutside(survival, lower, upper, nameof(survival));
        ThrowIfInvalid(discount, firstPayment);
        ThrowIfInvalid(customers, level);
        if (survival.IsEmpty)
        {
            return Estimate.None;
        }

        double low = SurvivalPayments.Of(lower, discount, firstPayment).Expected;
        double high = SurvivalPayments.Of(upper, discount, firstPayment).Expected;
        return FromLifetime(
            marginPerPeriod,
            new Estimate
            {
                Value = SurvivalPayments.Of(survival, discount, firstPayment).Expected,
                StandardError = null,
                Interval =
                    high > low ? new ConfidenceInterval(low, high, level, IntervalMethodNames.SurvivalLimits) : null,
                SampleSize = customers,
            }
        );
    }

    /// <summary>From a discounted number of payments, such as <see cref="ShiftedBetaGeometric.DiscountedExpectedLifetime"/>.</summary>
    /// <param name="marginPerPeriod">The margin that a customer brings per period.</param>
    /// <param name="discountedLifetime">The discounted expected number of payments.</param>
    /// <returns>
    /// Their product, with the sample size, caveats and interval method of the lifetime. No value without a lifetime; no interval
    /// without that of the lifetime, or without margin.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is negative or not finite.</exception>
    /// <exception cref="OverflowException">The value is larger than any number.</exception>
    public static Estimate FromLifetime(UncertainValue marginPerPeriod, Estimate discountedLifetime)
    {
        if (discountedLifetime.Value is { } lifetime && !(lifetime >= 0 && double.IsFinite(lifetime)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(discountedLifetime),
                lifetime,
                "A lifetime is finite and not negative."
            );
        }

        ConfidenceInterval? interval = discountedLifetime.Interval;
        OpenEstimate product = Product(
            marginPerPeriod,
            new OpenEstimate
            {
                Value = discountedLifetime.Value,
                StandardError = discountedLifetime.StandardError,
                Lower = interval?.Lower,
                Upper = interval?.Upper,
                Level = interval?.Level ?? 0,
                Method = interval?.Method,
                SampleSize = discountedLifetime.SampleSize,
            }
        );
        return discountedLifetime with
        {
            Value = product.Value,
            StandardError = product.StandardError,
            Interval = product.Interval,
        };
    }

    private static OpenEstimate Product(UncertainValue margin, OpenEstimate lifetime)
    {
        double money = margin.Value;
        double relative = StandardNormal.TwoSidedQuantile(lifetime.Level) * Math.Sqrt(margin.RelativeVariance);
        bool hasLimits = money > 0 && lifetime.Lower is not null;
        return lifetime with
        {
            Value = ProductLimits.Value(money, lifetime.Value),
            StandardError =
                lifetime is { Value: { } value, StandardError: { } error }
                && double.Hypot(money * error, margin.StandardError * value) is var product
                && double.IsFinite(product)
                    ? product
                    : null,
            Lower = hasLimits ? ProductLimits.Lower(money, relative, lifetime.Value, lifetime.Lower!.Value) : null,
            Upper = hasLimits ? ProductLimits.Upper(money, relative, lifetime.Value, lifetime.Upper) : null,
            Method = hasLimits ? lifetime.Method : null,
        };
    }

    private static void ThrowIfDifferent(int expected, int actual, string name)
    {
        if (expected != actual)
        {
            throw new ArgumentException("There is one number for each survival probability.", name);
        }
    }

    private static void ThrowIfInvalid(long customers, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(customers);
        ConfidenceLevel.ThrowIfInvalid(level);
    }

    private static void ThrowIfInvalid(double discount, FirstPayment firstPayment)
    {
        if (!Enum.IsDefined(firstPayment))
        {
            throw new ArgumentOutOfRangeException(nameof(firstPayment), firstPayment, "Unknown first payment.");
        }

        if (!(discount >= 0 && double.IsFinite(discount)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(discount),
                discount,
                "A discount rate is finite and not negative."
            );
        }
    }
}
