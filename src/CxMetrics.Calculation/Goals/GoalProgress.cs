using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Goals;

/// <summary>How a goal stands.</summary>
/// <param name="Probability">
/// The probability that the true value reaches the target, 0 to 1; null where the estimate has no value, or neither an interval nor a
/// standard error above 0.
/// </param>
/// <param name="Status">The status; null where the probability is.</param>
public readonly record struct GoalProgress(double? Probability, GoalStatus? Status)
{
    /// <summary>How a goal stands by an estimate of its metric.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="target">The target, finite, in the unit of the estimate.</param>
    /// <param name="isDue">Whether the date of the goal has come: only then can it be missed.</param>
    /// <param name="direction">Whether the target is to be reached from below or, where lower is better, from above.</param>
    /// <remarks>
    /// Φ(distance/s) with the distance from target to value and s the half of the interval that points to the target, over z: a target on
    /// the limit of a 95 % interval is reached with probability 0.025 or 0.975, however lopsided the interval. Without an interval s is the
    /// standard error.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The target is not finite, or the direction is unknown.</exception>
    public static GoalProgress FromEstimate(
        Estimate estimate,
        double target,
        bool isDue = false,
        ScaleDirection direction = ScaleDirection.HigherIsBetter
    )
    {
        FiniteNumbers.ThrowIfNotFinite([target], nameof(target));
        if (!Enum.IsDefined(direction))
        {
            throw new ArgumentOutOfRangeException(nameof(direction), direction, "Unknown direction.");
        }

        bool isHigherBetter = direction == ScaleDirection.HigherIsBetter;
        if (estimate.Value is not { } value)
        {
            return default;
        }

        bool isReached = isHigherBetter ? value >= target : value <= target;
        if (Spread(estimate, value, towardsLower: isReached == isHigherBetter) is not { } spread)
        {
            return default;
        }

        double distance = isHigherBetter ? value - target : target - value;
        double probability = spread > 0 ? StandardNormal.LowerTail(distance / spread) : Certain(distance);
        return new GoalProgress(probability, StatusOf(probability, isDue));
    }

    private static double? Spread(Estimate estimate, double value, bool towardsLower) =>
        estimate.Interval is { } interval
            ? (towardsLower ? value - interval.Lower : interval.Upper - value)
                / StandardNormal.TwoSidedQuantile(interval.Level)
            : (estimate.StandardError > 0 ? estimate.StandardError : null);

    private static double Certain(double distance) => distance >= 0 ? 1 : 0;

    private static GoalStatus StatusOf(double probability, bool isDue) =>
        probability switch
        {
            >= 0.95 => GoalStatus.Met,
            >= 0.8 => GoalStatus.Likely,
            <= 0.05 when isDue => GoalStatus.Missed,
            <= 0.2 => GoalStatus.Unlikely,
            _ => GoalStatus.Uncertain,
        };
}
