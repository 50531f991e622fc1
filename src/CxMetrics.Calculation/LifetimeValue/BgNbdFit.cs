using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>A BG/NBD model fitted by maximum likelihood, with the uncertainty of its parameters.</summary>
/// <remarks>
/// Newton's method with analytic gradient and Hessian on the log scale; standard errors from the observed information. The result does not
/// depend on the order of the customers but for rounding, nor on the number of threads at all.
/// </remarks>
public sealed record BgNbdFit
{
    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    private BgNbdFit(PurchaseMaximum maximum)
    {
        Fitted = maximum.Parameters;
        Model = ModelOf(Fitted.Values);
        LogLikelihood = maximum.LogLikelihood;
        LargestGradient = maximum.LargestGradient;
        RepeatCustomers = maximum.RepeatCustomers;
    }

    /// <summary>The parameters and their information.</summary>
    internal FittedParameters Fitted { get; }

    /// <summary>The model at the maximum.</summary>
    public BgNbd Model { get; }

    /// <summary>The log-likelihood at the maximum, all constants of the published likelihood included.</summary>
    public double LogLikelihood { get; }

    /// <summary>The largest component of the gradient at the maximum, on the log scale: what is left of it by rounding.</summary>
    public double LargestGradient { get; }

    /// <summary>The number of customers.</summary>
    public long Customers => Fitted.SampleSize;

    /// <summary>How many of them have a repeat purchase.</summary>
    public long RepeatCustomers { get; }

    /// <summary><see cref="Calculation.Caveats.LowSampleSize"/> for fewer than <see cref="CustomerLifetimeValue.FewestRepeatCustomers"/> customers with a repeat purchase.</summary>
    public Caveats Caveats => Fitted.Caveats;

    /// <summary>r, alpha, a and b with their uncertainty.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public IReadOnlyList<ParameterEstimate> Parameters(double level = ConfidenceLevel.Default) =>
        Fitted.Estimates(level);

    /// <summary>The expected repeat purchases of a new customer, with the uncertainty of the parameters by the delta method.</summary>
    /// <param name="horizon">The length of time from the first purchase, finite and not negative.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is out of its range, or the level is not strictly between 0 and 1.</exception>
    public Estimate ExpectedPurchases(double horizon, double level = ConfidenceLevel.Default)
    {
        ParameterRange.HorizonRatio(horizon, Model.Alpha);
        return Fitted.Of(values => ModelOf(values).ExpectedPurchases(horizon), level);
    }

    /// <summary>The expected purchases of all these customers together, with the uncertainty of the parameters by the delta method.</summary>
    /// <param name="customers">The customers' histories, in the unit of time of the fit.</param>
    /// <param name="horizon">The length of time from the end of observation, finite and not negative.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The total; the sample size is the number of customers of the fit. What these customers will do besides the expected is not in its uncertainty.</returns>
    /// <exception cref="ArgumentException">A row cannot be, the horizon is out of its range, or the level is not strictly between 0 and 1.</exception>
    public Estimate TotalPurchases(
        ReadOnlySpan<CustomerHistory> customers,
        double horizon,
        double level = ConfidenceLevel.Default
    )
    {
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        ParameterRange.HorizonRatio(horizon, Model.Alpha);
        CustomerHistory[] rows = customers.ToArray();
        double[] purchases = new double[rows.Length];
        return Fitted.Of(
            values =>
            {
                ModelOf(values).ExpectedPurchases(rows, horizon, purchases);
                return purchases.Sum();
            },
            level
        );
    }

    internal static FitOutcome<BgNbdFit> To(ReadOnlySpan<CustomerHistory> customers)
    {
        FitOutcome<PurchaseMaximum> maximum = PurchaseMaximum.Find(
            customers,
            Names,
            isLastScale: false,
            columns => new BgNbdLikelihood(columns, columns.Weights(), isParallel: true),
            [(0.5, 0.5, 1.5), (2, 1, 3), (10, 0.2, 2), (0.1, 5, 10), (50, 50, 50), (0.3, 0.05, 0.05)]
        );
        return maximum.IsFitted
            ? FitOutcome<BgNbdFit>.Fitted(new BgNbdFit(maximum.Model))
            : FitOutcome<BgNbdFit>.NotFitted(maximum.Reason.Value, maximum.Explanation);
    }

    private static BgNbd ModelOf(ReadOnlySpan<double> values) => new(values[0], values[1], values[2], values[3]);
}
