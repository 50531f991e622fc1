namespace CxMetrics.Calculation.Health;

/// <summary>Whether health scores foretell which customers are lost.</summary>
/// <remarks>
/// Use outcomes from after the date of the definition: a definition that was tuned on the same customers looks better than it is.
/// </remarks>
public sealed record HealthCalibration
{
    private HealthCalibration() { }

    /// <summary>The number of customers.</summary>
    public required long SampleSize { get; init; }

    /// <summary>How many of them were lost.</summary>
    public required long Lost { get; init; }

    /// <summary>
    /// The probability that a lost customer had a lower score than one who stayed: 0.5 is what chance gives. No value where all, or none,
    /// were lost.
    /// </summary>
    public required Estimate AreaUnderCurve { get; init; }

    /// <summary>
    /// The Brier score with the score read as the percent probability to stay, loss = 1 − score/100. A score need not mean that to be
    /// useful: high reliability with high resolution says that it ranks well and is on another scale.
    /// </summary>
    public required BrierScore Brier { get; init; }

    /// <summary>The loss rate of each band, red first. A useful score has rates that fall from band to band.</summary>
    public required IReadOnlyList<BandOutcome> Bands { get; init; }

    /// <summary>Compares scores with what followed.</summary>
    /// <param name="outcomes">The customers.</param>
    /// <param name="bands">The bands; null for <see cref="HealthBands.Default"/>.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The calibration; for no customers its numbers have no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A score is not from 0 to 100, or the level is not strictly between 0 and 1.</exception>
    public static HealthCalibration FromOutcomes(
        ReadOnlySpan<ScoredOutcome> outcomes,
        HealthBands? bands = null,
        double level = ConfidenceLevel.Default
    )
    {
        HealthBands used = bands ?? HealthBands.Default;
        long[] lost = new long[Enum.GetValues<HealthBand>().Length];
        long[] all = new long[lost.Length];
        double[] losses = new double[outcomes.Length];
        bool[] cameTrue = new bool[outcomes.Length];
        for (int index = 0; index < outcomes.Length; index++)
        {
            ScoredOutcome outcome = outcomes[index];
            HealthBands.ThrowIfNotAScore(outcome.Score, nameof(outcomes));
            int band = (int)used.BandOf(outcome.Score);
            all[band]++;
            lost[band] += outcome.Lost ? 1 : 0;
            losses[index] = (100 - outcome.Score) / 100;
            cameTrue[index] = outcome.Lost;
        }

        return new HealthCalibration
        {
            SampleSize = outcomes.Length,
            Lost = lost.Sum(),
            AreaUnderCurve = Health.AreaUnderCurve.FromScores(losses, cameTrue, level),
            Brier = BrierScore.FromForecasts(losses, cameTrue, level: level),
            Bands =
            [
                .. Enum.GetValues<HealthBand>()
                    .Select(band => new BandOutcome(
                        band,
                        Proportion.FromCounts(lost[(int)band], all[(int)band], level)
                    )),
            ],
        };
    }
}
