using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Health;

/// <summary>
/// The Brier score of forecast probabilities: the mean of (p − o)² with o = 1 where the outcome came and 0 where it did not.
/// </summary>
/// <remarks>
/// 0 is perfect; always forecasting the observed rate ō scores <see cref="Uncertainty"/> = ō(1 − ō), always 0.5 scores 0.25. Forecasts are
/// grouped by equal steps of probability, and the score is reliability − resolution + uncertainty + within-group spread: Murphy (1973),
/// Journal of Applied Meteorology 12, 595-600; Stephenson, Coelho and Jolliffe (2008), Weather and Forecasting 23, 752-757.
/// </remarks>
public sealed record BrierScore
{
    /// <summary>How many groups the forecasts are sorted into unless another number is asked for.</summary>
    public const int DefaultGroups = 10;

    /// <summary>The most groups that forecasts are sorted into.</summary>
    public const int MostGroups = 10_000;

    // Squared errors are 0 to 1; a standard error below is rounding.
    private const double Rounding = 1e-15;

    private BrierScore() { }

    /// <summary>
    /// The score, 0 to 1, with Student's t interval of the mean of the squared errors; no value for no forecasts, no interval for one or
    /// where all squared errors are the same.
    /// </summary>
    public required Estimate Score { get; init; }

    /// <summary>
    /// Σ n(p̄ − ō)² over groups, over all: how far forecasts are from the rates that followed, 0 best; null for no forecasts.
    /// </summary>
    public required double? Reliability { get; init; }

    /// <summary>Σ n(ō of the group − ō)² over groups, over all: how far the groups differ in what followed, more is better.</summary>
    public required double? Resolution { get; init; }

    /// <summary>ō(1 − ō), the score of forecasting the overall rate.</summary>
    public required double? Uncertainty { get; init; }

    /// <summary>What the spread of forecasts within groups adds; 0 where the forecasts of each group are the same.</summary>
    public required double? WithinGroups { get; init; }

    /// <summary>
    /// 1 − score/uncertainty: 1 perfect, 0 no better than forecasting the overall rate; null where all outcomes are the same.
    /// </summary>
    public double? Skill => Uncertainty > 0 ? 1 - (Score.Value / Uncertainty) : null;

    /// <summary>The score from forecasts and what followed.</summary>
    /// <param name="probabilities">The forecast probability of the outcome for each case, 0 to 1.</param>
    /// <param name="outcomes">Whether the outcome came.</param>
    /// <param name="groups">How many groups of equal width to sort the forecasts into, 1 to <see cref="MostGroups"/>.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentException">There are not as many outcomes as forecasts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not from 0 to 1, there are no or too many groups, or the level is not strictly between 0 and 1.</exception>
    public static BrierScore FromForecasts(
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<bool> outcomes,
        int groups = DefaultGroups,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ThrowIfInvalid(probabilities, outcomes, groups);
        if (probabilities.IsEmpty)
        {
            return new BrierScore
            {
                Score = Estimate.None,
                Reliability = null,
                Resolution = null,
                Uncertainty = null,
                WithinGroups = null,
            };
        }

        double[] errors = new double[probabilities.Length];
        for (int index = 0; index < errors.Length; index++)
        {
            double error = probabilities[index] - (outcomes[index] ? 1 : 0);
            errors[index] = error * error;
        }

        ForecastGroups sorted = ForecastGroups.Of(probabilities, outcomes, groups);
        return new BrierScore
        {
            Score = WithinRange(Mean.FromValues(errors, level)),
            Reliability = sorted.Reliability,
            Resolution = sorted.Resolution,
            Uncertainty = sorted.Uncertainty,
            WithinGroups = sorted.Within,
        };
    }

    private static Estimate WithinRange(Estimate mean)
    {
        if (mean.StandardError <= Rounding)
        {
            return mean with { StandardError = 0, Interval = null };
        }

        return mean.Interval is { } interval
            ? mean with
            {
                Interval = new IntervalLimits(interval.Lower, interval.Upper)
                    .ClippedTo(0, 1)
                    .ToInterval(interval.Level, interval.Method),
            }
            : mean;
    }

    private static void ThrowIfInvalid(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, MostGroups);
        if (probabilities.Length != outcomes.Length)
        {
            throw new ArgumentException(
                $"{probabilities.Length} forecasts and {outcomes.Length} outcomes were given.",
                nameof(outcomes)
            );
        }

        foreach (double probability in probabilities)
        {
            if (!(probability >= 0 && probability <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(probabilities),
                    probability,
                    "A probability is from 0 to 1."
                );
            }
        }
    }
}
