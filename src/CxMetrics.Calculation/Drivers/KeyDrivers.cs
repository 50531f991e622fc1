using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.Drivers;

/// <summary>
/// Which ratings, waits and other drivers an outcome goes with, and how much of its variance goes with each: associations, not effects.
/// </summary>
/// <remarks>
/// Ordinary least squares with an intercept, by Householder reflections on centred and scaled columns, and R² split among the drivers by
/// <see cref="ImportanceMethod"/>: plain coefficients change wildly among drivers that move together. Limits of the parts are percentiles
/// over resampled rows (Tonidandel, LeBreton and Johnson 2009, Psychological Methods 14, 387-399). A part cannot be negative, so its
/// interval never reaches below 0 and does not test whether a driver matters. An outcome of 0 and 1 makes this a linear probability model:
/// coefficients are differences in probability, R² has a lower ceiling than 1, and the intervals of the parts, which suppose no equal
/// variances, stay valid. Resampling uses all processors; the result does not depend on their number.
/// </remarks>
public static class KeyDrivers
{
    /// <summary>The most drivers that <see cref="ImportanceMethod.Shapley"/> splits R² among: it looks at every subset.</summary>
    public const int MostShapleyDrivers = ShapleyDecomposition.MostDrivers;

    /// <summary>How often rows are resampled unless another number is asked for.</summary>
    public const int DefaultResamples = 1000;

    /// <summary>Analyses a table.</summary>
    /// <param name="table">The outcome and its drivers.</param>
    /// <param name="resamples">
    /// How often to resample the rows; 0 for no intervals of the parts. Each costs O(n k²), and for Shapley 2ᵏ more.
    /// </param>
    /// <param name="seed">The seed of the resampling.</param>
    /// <param name="level">The two-sided confidence level. Fewer than 2/(1 − level) − 1 resamples give no interval at it.</param>
    /// <param name="method">How R² is split.</param>
    /// <returns>
    /// The analysis, or why there is none: fewer than k + 2 rows for k drivers, a column without variation, or a driver of which less than
    /// a millionth (in length) is not a linear combination of others; column and driver are named.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number of resamples is negative, or times the number of drivers more than an array holds; the level is not strictly between 0
    /// and 1; the method is unknown, or is Shapley for more than 20 drivers; or the units of outcome and drivers are so far apart that a
    /// coefficient is beyond the range of a double.
    /// </exception>
    public static FitOutcome<KeyDriverAnalysis> FromTable(
        DriverTable table,
        int resamples = DefaultResamples,
        long seed = 0,
        double level = ConfidenceLevel.Default,
        ImportanceMethod method = ImportanceMethod.RelativeWeights
    ) => FromTable(table, resamples, seed, level, method, Environment.ProcessorCount);

    internal static FitOutcome<KeyDriverAnalysis> FromTable(
        DriverTable table,
        int resamples,
        long seed,
        double level,
        ImportanceMethod method,
        int threads
    )
    {
        ThrowIfInvalid(table, resamples, level, method);
        int needed = table.Names.Count + 2;
        if (table.SampleSize < needed)
        {
            return FitOutcome<KeyDriverAnalysis>.NotFitted(
                NotFittedReason.TooFewObservations,
                $"{table.Names.Count} drivers need at least {needed} complete rows; there are {table.SampleSize}."
            );
        }

        FitOutcome<StandardizedTable> standardized = StandardizedTable.Of(table);
        if (!standardized.IsFitted)
        {
            return FitOutcome<KeyDriverAnalysis>.NotFitted(standardized.Reason.Value, standardized.Explanation);
        }

        StandardizedRows? rows = resamples > 0 ? StandardizedRows.Of(standardized.Model) : null;
        FitOutcome<LeastSquares> fit = LeastSquares.Consume(standardized.Model);
        if (!fit.IsFitted)
        {
            return FitOutcome<KeyDriverAnalysis>.NotFitted(fit.Reason.Value, fit.Explanation);
        }

        ImportanceBootstrap? bootstrap = rows is null
            ? null
            : ImportanceBootstrap.Run(rows, method, resamples, seed, threads);
        KeyDriverReport report = new(standardized.Model, fit.Model, bootstrap, level);
        KeyDriverAnalysis analysis = report.Write(method, resamples, seed);
        return BeyondRange(analysis) is { } name
            ? throw new ArgumentOutOfRangeException(
                nameof(table),
                name,
                "The units of outcome and drivers are so far apart that this coefficient is beyond the range of a double; change one."
            )
            : FitOutcome<KeyDriverAnalysis>.Fitted(analysis);
    }

    /// <summary>What has a coefficient that a double cannot hold; null where all are held.</summary>
    private static string? BeyondRange(KeyDriverAnalysis analysis) =>
        IsFinite(analysis.Intercept)
            ? analysis.Drivers.FirstOrDefault(driver => !IsInRange(driver))?.Name
            : "the intercept";

    // A coefficient that is not 0 must not vanish either.
    private static bool IsInRange(KeyDriver driver) =>
        IsFinite(driver.Coefficient)
        && (
            double.IsNormal(driver.Coefficient.Estimate.Value.GetValueOrDefault())
            || !double.IsNormal(driver.StandardizedCoefficient)
        );

    private static bool IsFinite(RegressionCoefficient coefficient) =>
        double.IsFinite(coefficient.Estimate.Value.GetValueOrDefault())
        && double.IsFinite(coefficient.Estimate.StandardError.GetValueOrDefault())
        && double.IsFinite(coefficient.Estimate.Interval?.MarginOfError ?? 0);

    private static void ThrowIfInvalid(DriverTable table, int resamples, double level, ImportanceMethod method)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(resamples);
        ConfidenceLevel.ThrowIfInvalid(level);
        if ((long)resamples * table.Names.Count > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(resamples),
                resamples,
                $"Resamples times drivers are at most {Array.MaxLength}."
            );
        }

        if (!Enum.IsDefined(method))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown importance method.");
        }

        if (method == ImportanceMethod.Shapley && table.Names.Count > MostShapleyDrivers)
        {
            throw new ArgumentOutOfRangeException(
                nameof(method),
                table.Names.Count,
                $"Shapley parts look at every subset of at most {MostShapleyDrivers} drivers; relative weights take any number."
            );
        }
    }
}
