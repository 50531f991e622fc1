using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>A gamma-gamma model fitted by maximum likelihood, with the uncertainty of its parameters.</summary>
/// <remarks>As <see cref="BgNbdFit"/>: Newton's method with analytic derivatives, standard errors from the observed information.</remarks>
public sealed record GammaGammaFit
{
    /// <summary>The model takes spend and frequency as independent; a larger correlation than this, either way, contradicts it.</summary>
    public const double LargestCorrelation = 0.3;

    private static readonly string[] Names = ["p", "q", "v"];

    private GammaGammaFit(GammaGamma model, FittedParameters parameters)
    {
        Model = model;
        Fitted = parameters;
    }

    /// <summary>The parameters and their information.</summary>
    internal FittedParameters Fitted { get; }

    /// <summary>The model at the maximum.</summary>
    public GammaGamma Model { get; }

    /// <summary>The log-likelihood at the maximum, all constants of the published likelihood included.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The largest component of the gradient at the maximum, on the log scale: what is left of it by rounding.</summary>
    public required double LargestGradient { get; init; }

    /// <summary>The number of repeat purchasers with a spend: those that the fit is made of.</summary>
    public long RepeatCustomers => Fitted.SampleSize;

    /// <summary>How many repeat purchasers were left out because their repeat purchases were all free.</summary>
    public required long FreeCustomers { get; init; }

    /// <summary>Pearson's correlation of frequency and mean spend over the repeat purchasers; null where either does not vary.</summary>
    public required double? Correlation { get; init; }

    /// <summary>
    /// <see cref="Calculation.Caveats.LowSampleSize"/> for fewer than <see cref="CustomerLifetimeValue.FewestRepeatCustomers"/> repeat purchasers;
    /// <see cref="Calculation.Caveats.AssumptionDoubtful"/> where <see cref="Correlation"/> is beyond <see cref="LargestCorrelation"/> either way.
    /// </summary>
    public Caveats Caveats => Fitted.Caveats;

    /// <summary>p, q and v with their uncertainty.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public IReadOnlyList<ParameterEstimate> Parameters(double level = ConfidenceLevel.Default) =>
        Fitted.Estimates(level);

    /// <summary>The mean spend per purchase over all customers, with the uncertainty of the parameters by the delta method.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The mean; without a value, and <see cref="Calculation.Caveats.AssumptionDoubtful"/>, where q is not above 1 and the mean infinite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Estimate PopulationMean(double level = ConfidenceLevel.Default) =>
        Fitted.Of(values => ModelOf(values).PopulationMean, level);

    internal static FitOutcome<GammaGammaFit> To(ReadOnlySpan<CustomerHistory> customers)
    {
        CustomerHistory.ThrowIfInvalid(customers, nameof(customers));
        var columns = SpendColumns.Of(customers);
        if (Insufficient(columns) is { } insufficient)
        {
            return insufficient;
        }

        (double[] rows, double[] table) = columns.Weights();
        NewtonSearch search = Search(new GammaGammaLikelihood(columns, rows, table, isParallel: true), columns);
        return search.End == SearchEnd.Maximum
            ? FitOutcome<GammaGammaFit>.Fitted(At(columns, search))
            : MaximumSearch.NotFitted<GammaGammaFit>(
                search,
                Names,
                "The spends vary neither between nor within customers the way the model assumes."
            );
    }

    private static FitOutcome<GammaGammaFit>? Insufficient(SpendColumns columns)
    {
        if (columns.Count < 3)
        {
            return FitOutcome<GammaGammaFit>.NotFitted(
                NotFittedReason.TooFewObservations,
                "How spend differs between customers cannot be seen in fewer than three with a spend on repeat purchases."
            );
        }

        return MeansVary(columns)
            ? null
            : FitOutcome<GammaGammaFit>.NotFitted(
                NotFittedReason.NoVariation,
                "All customers spend the same on average; the model is about how they differ."
            );
    }

    // Equal means times their frequencies differ by rounding only.
    private static bool MeansVary(SpendColumns columns)
    {
        double first = columns.Totals[0] / columns.Frequencies[0];
        for (int row = 1; row < columns.Count; row++)
        {
            double mean = columns.Totals[row] / columns.Frequencies[row];
            if (Math.Abs(mean - first) > 1e-14 * first)
            {
                return true;
            }
        }

        return false;
    }

    private static NewtonSearch Search(GammaGammaLikelihood likelihood, SpendColumns columns)
    {
        double logMean = Math.Max(columns.SumOfLogMeans / columns.Count, -10);
        return MaximumSearch.From(
            likelihood,
            Start(3, 3, logMean),
            Start(1, 2, logMean),
            Start(20, 5, logMean),
            Start(1, 20, logMean)
        );
    }

    private static double[] Start(double p, double q, double logMean) =>
        [Math.Log(p), Math.Log(q), logMean + Math.Log(q) - Math.Log(p)];

    private static GammaGammaFit At(SpendColumns columns, NewtonSearch search)
    {
        double? correlation = CorrelationOf(columns);
        Caveats caveats = CustomerLifetimeValue.CaveatsOf(columns.Count);
        caveats |= Math.Abs(correlation ?? 0) > LargestCorrelation ? Caveats.AssumptionDoubtful : Caveats.None;
        var parameters = new FittedParameters(search, Names, [0, 0, columns.Exponent], columns.Count, caveats);
        return new GammaGammaFit(ModelOf(parameters.Values), parameters)
        {
            LogLikelihood = search.Value - columns.SumOfLogMeans - (columns.Count * (columns.Exponent * Math.Log(2))),
            LargestGradient = search.LargestGradient,
            FreeCustomers = columns.FreeCount,
            Correlation = correlation,
        };
    }

    private static double? CorrelationOf(SpendColumns columns)
    {
        double[] means = new double[columns.Count];
        for (int row = 0; row < means.Length; row++)
        {
            means[row] = columns.Totals[row] / columns.Frequencies[row];
        }

        double correlation = MathNet.Numerics.Statistics.Correlation.Pearson(
            columns.Frequencies.Take(means.Length),
            means
        );
        return double.IsFinite(correlation) ? Math.Clamp(correlation, -1, 1) : null;
    }

    private static GammaGamma ModelOf(ReadOnlySpan<double> values) => new(values[0], values[1], values[2]);
}
