using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>A Pareto/NBD model fitted by maximum likelihood, with the uncertainty of its parameters.</summary>
/// <remarks>As <see cref="BgNbdFit"/>: Newton's method with analytic derivatives, standard errors from the observed information.</remarks>
public sealed record ParetoNbdFit
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    private readonly FittedParameters _parameters;

    private ParetoNbdFit(ParetoNbd model, FittedParameters parameters)
    {
        Model = model;
        _parameters = parameters;
    }

    /// <summary>The model at the maximum.</summary>
    public ParetoNbd Model { get; }

    /// <summary>The log-likelihood at the maximum, all constants of the published likelihood included.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The largest component of the gradient at the maximum, on the log scale: what is left of it by rounding.</summary>
    public required double LargestGradient { get; init; }

    /// <summary>The number of customers.</summary>
    public long Customers => _parameters.SampleSize;

    /// <summary>How many of them have a repeat purchase.</summary>
    public required long RepeatCustomers { get; init; }

    /// <summary><see cref="Calculation.Caveats.LowSampleSize"/> for fewer than <see cref="CustomerLifetimeValue.FewestRepeatCustomers"/> customers with a repeat purchase.</summary>
    public Caveats Caveats => _parameters.Caveats;

    /// <summary>r, alpha, s and beta with their uncertainty.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public IReadOnlyList<ParameterEstimate> Parameters(double level = ConfidenceLevel.Default) =>
        _parameters.Estimates(level);

    /// <summary>The expected repeat purchases of a new customer, with the uncertainty of the parameters by the delta method.</summary>
    /// <param name="horizon">The length of time from the first purchase, finite and not negative.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is out of its range, or the level is not strictly between 0 and 1.</exception>
    public Estimate ExpectedPurchases(double horizon, double level = ConfidenceLevel.Default)
    {
        ParameterRange.HorizonRatio(horizon, Math.Min(Model.Alpha, Model.Beta));
        return _parameters.Of(values => ModelOf(values).ExpectedPurchases(horizon), level);
    }

    internal static FitOutcome<ParetoNbdFit> To(ReadOnlySpan<CustomerHistory> customers)
    {
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        if (RepeatPurchases.Insufficient<ParetoNbdFit>(customers) is { } insufficient)
        {
            return insufficient;
        }

        var columns = PurchaseColumns.Of(customers);
        var likelihood = new ParetoNbdLikelihood(columns, columns.Weights());
        double logRate = RepeatPurchases.LogRate(customers, columns.Exponent);
        NewtonSearch search = MaximumSearch.From(
            likelihood,
            Start(0.5, logRate, 0.5, 0.5),
            Start(2, logRate, 1, 1),
            Start(5, logRate, 0.3, 0.1),
            Start(1, logRate, 3, 5)
        );
        return search.End == SearchEnd.Maximum
            ? FitOutcome<ParetoNbdFit>.Fitted(Fitted(customers, columns.Exponent, search))
            : MaximumSearch.NotFitted<ParetoNbdFit>(search, Names, RepeatPurchases.Remedy);
    }

    private static double[] Start(double r, double logRate, double s, double beta) =>
        [Math.Log(r), Math.Log(r) - logRate, Math.Log(s), Math.Log(beta)];

    private static ParetoNbdFit Fitted(ReadOnlySpan<CustomerHistory> customers, int exponent, NewtonSearch search)
    {
        (long repeaters, long purchases) = RepeatPurchases.Count(customers);
        var parameters = new FittedParameters(
            search,
            Names,
            [0, exponent, 0, exponent],
            customers.Length,
            CustomerLifetimeValue.CaveatsOf(repeaters)
        );
        return new ParetoNbdFit(ModelOf(parameters.Values), parameters)
        {
            LogLikelihood = search.Value - (purchases * exponent * Math.Log(2)),
            LargestGradient = search.LargestGradient,
            RepeatCustomers = repeaters,
        };
    }

    private static ParetoNbd ModelOf(ReadOnlySpan<double> values) => new(values[0], values[1], values[2], values[3]);
}
