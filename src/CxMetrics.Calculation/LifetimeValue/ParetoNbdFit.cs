using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>A Pareto/NBD model fitted by maximum likelihood, with the uncertainty of its parameters.</summary>
/// <remarks>As <see cref="BgNbdFit"/>: Newton's method with analytic derivatives, standard errors from the observed information.</remarks>
public sealed record ParetoNbdFit
{
    private static readonly string[] Names = ["r", "alpha", "s", "beta"];

    private readonly FittedParameters _parameters;

    private ParetoNbdFit(PurchaseMaximum maximum)
    {
        _parameters = maximum.Parameters;
        Model = ModelOf(_parameters.Values);
        LogLikelihood = maximum.LogLikelihood;
        LargestGradient = maximum.LargestGradient;
        RepeatCustomers = maximum.RepeatCustomers;
    }

    /// <summary>The model at the maximum.</summary>
    public ParetoNbd Model { get; }

    /// <summary>The log-likelihood at the maximum, all constants of the published likelihood included.</summary>
    public double LogLikelihood { get; }

    /// <summary>The largest component of the gradient at the maximum, on the log scale: what is left of it by rounding.</summary>
    public double LargestGradient { get; }

    /// <summary>The number of customers.</summary>
    public long Customers => _parameters.SampleSize;

    /// <summary>How many of them have a repeat purchase.</summary>
    public long RepeatCustomers { get; }

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
        FitOutcome<PurchaseMaximum> maximum = PurchaseMaximum.Find(
            customers,
            Names,
            isLastScale: true,
            columns => new ParetoNbdLikelihood(columns, columns.Weights()),
            [(0.5, 0.5, 0.5), (2, 1, 1), (5, 0.3, 0.1), (1, 3, 5), (50, 50, 50)]
        );
        return maximum.IsFitted
            ? FitOutcome<ParetoNbdFit>.Fitted(new ParetoNbdFit(maximum.Model))
            : FitOutcome<ParetoNbdFit>.NotFitted(maximum.Reason.Value, maximum.Explanation);
    }

    private static ParetoNbd ModelOf(ReadOnlySpan<double> values) => new(values[0], values[1], values[2], values[3]);
}
