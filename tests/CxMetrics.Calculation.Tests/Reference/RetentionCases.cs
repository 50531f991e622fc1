using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Reference;

public static class RetentionCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["retention/churn_rate"] = Churn,
            ["retention/incidence_rate"] = Incidence,
            ["retention/cohort_retention"] = Cohorts,
            ["retention/revenue_retention"] = Revenue,
            ["retention/clv_simple"] = SimpleValue,
            ["retention/clv_discounted"] = DiscountedValue,
        };

    public static ReferenceAnswers Churn(ReferenceInputs inputs)
    {
        long opening = inputs.Count("start");
        long lost = inputs.Count("lost");
        double level = inputs.Level;
        Estimate churn = LogoChurn.FromCounts(opening, lost, level);
        Estimate retention = LogoRetention.FromCounts(opening, lost, level);
        Estimate annualized = LogoChurn.Annualized(churn);
        OpenEstimate lifetime = LogoChurn.ExpectedLifetime(churn);
        return new ReferenceAnswers
        {
            ["churn_rate"] = churn.Value,
            ["retention_rate"] = retention.Value,
            ["churn_wilson"] = churn.Interval,
            ["retention_wilson"] = retention.Interval,
            ["annualized_churn_from_monthly"] = annualized.Value,
            ["annualized_churn_interval"] = annualized.Interval,
            ["expected_lifetime_periods"] = lifetime.Value,
            ["expected_lifetime_interval"] = Open(lifetime),
        };
    }

    public static ReferenceAnswers Incidence(ReferenceInputs inputs)
    {
        Estimate rate = IncidenceRate.FromCount(inputs.Count("events"), inputs.Number("exposure"), inputs.Level);
        return new ReferenceAnswers { ["rate"] = rate.Value, ["garwood_exact"] = rate.Interval };
    }

    public static ReferenceAnswers Cohorts(ReferenceInputs inputs)
    {
        Dictionary<string, long> customers = new(StringComparer.Ordinal);
        CohortActivity[] activities =
        [
            .. inputs
                .Element("activity")
                .EnumerateArray()
                .Select(row => new CohortActivity(
                    Number(customers, row[0].GetString()!),
                    row[1].GetInt32(),
                    row[2].GetInt32()
                )),
        ];
        double level = inputs.Level;
        CohortTable table = CohortTable.FromActivities(activities, (int)inputs.Count("last_period"));
        return new ReferenceAnswers
        {
            ["cohorts"] = table.Cohorts.Select(cohort => new ReferenceAnswers
            {
                ["cohort"] = cohort.Period,
                ["size"] = cohort.Size,
                ["ages"] = cohort.Ages.Select(age => OfAge(age, level)),
            }),
            ["pooled_by_age"] = table.PooledByAge.Select(age => OfAge(age, level)),
        };
    }

    public static ReferenceAnswers SimpleValue(ReferenceInputs inputs)
    {
        UncertainValue revenue = new(inputs.Number("arpu"), inputs.Number("arpu_se"));
        UncertainValue margin = new(inputs.Number("margin"), inputs.Number("margin_se"));
        long customers = inputs.Count("customers");
        long lost = inputs.Count("churned");
        double level = inputs.Level;
        OpenEstimate value = SimpleLifetimeValue.FromChurn(revenue, margin, customers, lost, null, level);
        Estimate churn = LogoChurn.FromCounts(customers, lost, level);
        double? relativeError = churn.StandardError / churn.Value;

        // Without a loss there is no relative variance of churn, hence perhaps no sum and no terms either.
        ReferenceAnswers terms = new()
        {
            ["arpu"] = revenue.RelativeVariance,
            ["margin"] = margin.RelativeVariance,
            ["churn"] = lost > 0 ? relativeError * relativeError : null,
        };
        return new ReferenceAnswers
        {
            ["churn_rate"] = churn.Value,
            ["clv"] = value.Value,
            ["relative_variance_terms"] = lost > 0 ? terms : new IfEvaluated(terms),
            ["standard_error_delta"] = value.StandardError,
            ["delta_z"] = Limits(SimpleLifetimeValueMethod.DeltaZ),
            ["log_delta_z"] = Limits(SimpleLifetimeValueMethod.LogDeltaZ),
            ["churn_only_wilson_inversion"] = Open(
                SimpleLifetimeValue.FromChurn(
                    revenue,
                    margin,
                    customers,
                    lost,
                    null,
                    level,
                    SimpleLifetimeValueMethod.ChurnWilson
                )
            ),
            ["log_mover_wilson"] = Open(value),
        };

        OpenLimits? Limits(SimpleLifetimeValueMethod method) =>
            lost > 0
                ? Open(SimpleLifetimeValue.FromChurn(revenue, margin, customers, lost, null, level, method))
                : null;
    }

    public static ReferenceAnswers DiscountedValue(ReferenceInputs inputs)
    {
        double margin = inputs.Number("margin_per_period");
        double retention = inputs.Number("retention");
        double discount = inputs.Number("discount");
        int periods = (int)inputs.Count("periods");
        return new ReferenceAnswers
        {
            ["infinite_first_payment_after_one_retention"] = Value(FirstPayment.AfterOnePeriod, null),
            ["infinite_first_payment_now"] = Value(FirstPayment.Now, null),
            ["finite_payments_at_1_to_T"] = Value(FirstPayment.AfterOnePeriod, periods),
            ["finite_payments_at_0_to_T_minus_1"] = Value(FirstPayment.Now, periods),
            ["expected_lifetime_periods_including_first"] = new RetentionAnnuity(0, FirstPayment.Now, null).At(
                retention
            ),
        };

        double? Value(FirstPayment firstPayment, int? payments) =>
            margin * new RetentionAnnuity(discount, firstPayment, payments).At(retention);
    }

    public static ReferenceAnswers Revenue(ReferenceInputs inputs)
    {
        double[] start = inputs.Numbers("start_mrr");
        double[] end = inputs.Numbers("end_mrr");
        double level = inputs.Level;
        (double Start, double End)[] accounts = [.. start.Zip(end).Where(account => account.First > 0)];
        Estimate gross = GrossRevenueRetention.FromAccounts(start, end, level);
        int lost = accounts.Count(account => account.End <= 0);
        Estimate logos = LogoRetention.FromCounts(accounts.Length, lost, level);
        return new ReferenceAnswers
        {
            ["customers"] = NetRevenueRetention.FromAccounts(start, end, level).SampleSize,
            ["starting_revenue"] = accounts.Sum(account => account.Start),
            ["ending_revenue_same_customers"] = accounts.Sum(account => account.End),
            ["expansion"] = accounts.Sum(account => Math.Max(0, account.End - account.Start)),
            ["contraction"] = accounts.Where(account => account.End > 0).Sum(Loss),
            ["churned_revenue"] = accounts.Where(account => account.End <= 0).Sum(Loss),
            ["nrr"] = Ratio(AccountAmounts.Ratio(start, end, (_, amount) => amount), level),
            ["grr"] = new ReferenceAnswers(Ratio(AccountAmounts.Ratio(start, end, Math.Min), level))
            {
                ["kish_effective_n"] = gross.EffectiveSampleSize,
                ["wilson_kish"] = gross.Interval,
            },
            ["logo_retention"] = logos.Value,
            ["logo_retention_wilson"] = logos.Interval,
            ["bootstrap_nrr"] = Bootstrap(start, end, level),
        };
    }

    // What the formulas say, before limits are moved into the range of the metric or replaced where they have no width.
    private static ReferenceAnswers Ratio(RatioOfSums? ratio, double level) =>
        new()
        {
            ["estimate"] = ratio?.Value,
            ["standard_error"] = ratio?.StandardError,
            ["delta_z"] = ratio?.Limits(NetRetentionIntervalMethod.DeltaZ, level),
            ["delta_t"] = ratio?.Limits(NetRetentionIntervalMethod.DeltaT, level),
            ["log_delta_t"] = ratio?.Limits(NetRetentionIntervalMethod.LogDeltaT, level),
            ["fieller_t"] = ratio?.Limits(NetRetentionIntervalMethod.FiellerT, level),
            ["jackknife_se"] = ratio?.JackknifeStandardError(),
            ["jackknife_t"] = ratio?.Limits(NetRetentionIntervalMethod.JackknifeT, level),
        };

    private static ReferenceAnswers Bootstrap(double[] start, double[] end, double level)
    {
        const int resamples = 20_000;
        Estimate percentile = NetRevenueRetention.FromBootstrap(start, end, 1, resamples, level);
        Estimate corrected = NetRevenueRetention.FromBootstrap(
            start,
            end,
            1,
            resamples,
            level,
            BootstrapIntervalMethod.BiasCorrectedAccelerated
        );
        return new ReferenceAnswers
        {
            ["replicates"] = resamples,
            ["percentile"] = percentile.Interval,
            ["bca"] = corrected.Interval,
            ["se"] = percentile.StandardError,
        };
    }

    private static ReferenceAnswers OfAge(CohortAge age, double level)
    {
        Estimate retention = age.Retention(level);
        return new ReferenceAnswers
        {
            ["age"] = age.Age,
            ["eligible"] = age.Size,
            ["active"] = age.Active,
            ["retention"] = retention.Value,
            ["wilson"] = retention.Interval,
            ["active_now_or_later"] = age.ActiveNowOrLater,
            ["rolling_retention"] = age.RollingRetention(level).Value,
        };
    }

    private static long Number(Dictionary<string, long> numbers, string name)
    {
        numbers.TryAdd(name, numbers.Count);
        return numbers[name];
    }

    private static double Loss((double Start, double End) account) => Math.Max(0, account.Start - account.End);

    private static OpenLimits Open(OpenEstimate estimate) => new(estimate.Lower, estimate.Upper);
}
