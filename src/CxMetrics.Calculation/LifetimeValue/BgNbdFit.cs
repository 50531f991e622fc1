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

    private BgNbdFit(BgNbd model, FittedParameters parameters)
    {
        Model = model;
        Fitted = parameters;
    }

    /// <summary>The parameters and their information.</summary>
    internal FittedParameters Fitted { get; }

    /// <summary>The model at the maximum.</summary>
    public BgNbd Model { get; }

    /// <summary>The log-likelihood at the maximum, all constants of the published likelihood included.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The largest component of the gradient at the maximum, on the log scale: what is left of it by rounding.</summary>
    public required double LargestGradient { get; init; }

    /// <summary>The number of customers.</summary>
    public long Customers => Fitted.SampleSize;

    /// <summary>How many of them have a repeat purchase.</summary>
    public required long RepeatCustomers { get; init; }

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
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        if (RepeatPurchases.Insufficient<BgNbdFit>(customers) is { } insufficient)
        {
            return insufficient;
        }

        var columns = PurchaseColumns.Of(customers);
        var likelihood = new BgNbdLikelihood(columns, columns.Weights(), isParallel: true);
        double logRate = RepeatPurchases.LogRate(customers, columns.Exponent);
        NewtonSearch search = MaximumSearch.From(
            likelihood,
            Start(0.5, logRate, 0.5, 1.5),
            Start(2, logRate, 1, 3),
            Start(10, logRate, 0.2, 2),
            Start(0.1, logRate, 5, 10)
        );
        return search.End == SearchEnd.Maximum
            ? FitOutcome<BgNbdFit>.Fitted(At(customers, columns.Exponent, search))
            : MaximumSearch.NotFitted<BgNbdFit>(search, Names, RepeatPurchases.Remedy);
    }

    private static double[] Start(double r, double logRate, double a, double b) =>
        [Math.Log(r), Math.Log(r) - logRate, Math.Log(a), Math.Log(b)];

    private static BgNbdFit At(ReadOnlySpan<CustomerHistory> customers, int exponent, NewtonSearch search)
    {
        (long repeaters, long purchases) = RepeatPurchases.Count(customers);
        var parameters = new FittedParameters(
            search,
            Names,
            [0, exponent, 0, 0],
            customers.Length,
            CustomerLifetimeValue.CaveatsOf(repeaters)
        );
        return new BgNbdFit(ModelOf(parameters.Values), parameters)
        {
            LogLikelihood = search.Value - (purchases * exponent * Math.Log(2)),
            LargestGradient = search.LargestGradient,
            RepeatCustomers = repeaters,
        };
    }

    private static BgNbd ModelOf(ReadOnlySpan<double> values) => new(values[0], values[1], values[2], values[3]);
}
