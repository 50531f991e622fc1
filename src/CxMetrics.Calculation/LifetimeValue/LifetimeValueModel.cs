namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>Lifetime values of customers without a contract: purchases by BG/NBD, spend per purchase by gamma-gamma, discounted to a horizon.</summary>
/// <remarks>
/// The residual value: from the end of observation on, without what was spent before. Value = P(alive) × discounted expected purchases of an
/// active customer × expected spend per purchase × margin. Sources: Fader, Hardie and Lee (2005), Journal of Marketing Research 42, 415-430; the
/// discounted cash flow by periods follows common practice. Immutable.
/// </remarks>
public sealed record LifetimeValueModel
{
    private readonly double[] _times;
    private readonly double[] _weights;

    /// <summary>The model of values with these parts.</summary>
    /// <param name="purchases">The model of purchases.</param>
    /// <param name="spend">The model of spend per purchase.</param>
    /// <param name="terms">Horizon, discount and margin, in the unit of time of the model of purchases.</param>
    /// <exception cref="ArgumentException">The horizon is more than 1e150 times α.</exception>
    public LifetimeValueModel(BgNbd purchases, GammaGamma spend, LifetimeValueTerms terms)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(spend);
        ArgumentNullException.ThrowIfNull(terms);
        ParameterRange.HorizonRatio(terms.Horizon, purchases.Alpha);
        Purchases = purchases;
        Spend = spend;
        Terms = terms;
        (_times, _weights) = terms.Discounting(purchases.Alpha);
    }

    /// <summary>The model of purchases.</summary>
    public BgNbd Purchases { get; }

    /// <summary>The model of spend per purchase.</summary>
    public GammaGamma Spend { get; }

    /// <summary>Horizon, discount and margin.</summary>
    public LifetimeValueTerms Terms { get; }

    /// <summary>The expected discounted value of one customer, in the unit of money.</summary>
    /// <param name="customer">The customer's history; the default is a new customer.</param>
    /// <returns>The value; null where the expected spend is infinite (<see cref="GammaGamma.ExpectedSpend"/>).</returns>
    /// <exception cref="ArgumentException">The history cannot be.</exception>
    public double? Value(CustomerHistory customer)
    {
        customer.ThrowIfInvalid(nameof(customer));
        return ValueOf(customer, new PurchaseCurves(Purchases, _times, _weights, [customer]));
    }

    /// <summary>The expected discounted values of many customers, as one at a time to 1e-12, but much faster.</summary>
    /// <param name="customers">The customers' histories.</param>
    /// <param name="values">Where the values go, as many as there are customers; null where the expected spend is infinite.</param>
    /// <exception cref="ArgumentException">A row cannot be, or the lengths differ.</exception>
    public void Values(ReadOnlySpan<CustomerHistory> customers, Span<double?> values)
    {
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        ParameterRange.ThrowIfLengthsDiffer(customers.Length, values.Length, nameof(values));
        var curves = new PurchaseCurves(Purchases, _times, _weights, customers);
        for (int row = 0; row < customers.Length; row++)
        {
            values[row] = ValueOf(customers[row], curves);
        }
    }

    /// <summary>What to expect of one customer up to the horizon, with prediction intervals.</summary>
    /// <param name="customer">The customer's history; the default is a new customer.</param>
    /// <param name="level">The two-sided level of the intervals.</param>
    /// <exception cref="ArgumentException">The history cannot be, or the level is not strictly between 0 and 1.</exception>
    public CustomerPrediction Predict(CustomerHistory customer, double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FuturePurchases purchases = Purchases.FuturePurchases(customer, Terms.Horizon);
        double expected = purchases.Mean;
        double? spend = Spend.ExpectedSpendOf(customer);
        return new CustomerPrediction
        {
            ProbabilityAlive = purchases.ProbabilityAlive,
            Purchases = expected,
            PurchasesInterval = purchases.Interval(level),
            SpendPerPurchase = spend,
            DiscountedValue = Value(customer),
            Value = expected * spend * Terms.Margin is { } value && double.IsFinite(value) ? value : null,
            ValueInterval = new FutureSpend(purchases, Spend, customer).Interval(level, Terms.Margin),
        };
    }

    /// <summary>The sums of values over segments, infinite where an expected spend is; for histories that are known to be valid.</summary>
    internal void AddValues(ReadOnlySpan<CustomerHistory> customers, ReadOnlySpan<int> segments, Span<double> sums)
    {
        var curves = new PurchaseCurves(Purchases, _times, _weights, customers);
        for (int row = 0; row < customers.Length; row++)
        {
            int segment = segments.IsEmpty ? 0 : segments[row];
            sums[segment] += ValueOf(customers[row], curves) ?? double.PositiveInfinity;
        }
    }

    private double? ValueOf(in CustomerHistory customer, PurchaseCurves curves)
    {
        double? value =
            Purchases.ProbabilityAliveOf(customer)
            * curves.At(customer)
            * Spend.ExpectedSpendOf(customer)
            * Terms.Margin;
        return value is { } known && double.IsFinite(known) ? known : null;
    }
}
