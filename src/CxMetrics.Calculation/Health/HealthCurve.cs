using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Health;

/// <summary>
/// What a measure is worth in points of health: straight lines between declared knots, level beyond the first and the last. Immutable.
/// </summary>
/// <remarks>
/// The curve rises with a measure of which more is better and falls with one of which less is; it may be level in places.
/// </remarks>
public sealed class HealthCurve
{
    private readonly CurveKnot[] _knots;

    /// <summary>Declares a curve.</summary>
    /// <param name="direction">Whether more of the measure is better; the points of the knots have to agree.</param>
    /// <param name="knots">At least two knots, their raw values ascending.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two knots, raw values are not finite and strictly ascending over a finite range, points are not from 0 to 100,
    /// points go against the direction, or all points are the same, so that the measure would not matter.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The direction is unknown.</exception>
    public HealthCurve(ScaleDirection direction, params IReadOnlyList<CurveKnot> knots)
    {
        ArgumentNullException.ThrowIfNull(knots);
        if (!Enum.IsDefined(direction))
        {
            throw new ArgumentOutOfRangeException(nameof(direction), direction, "Unknown direction.");
        }

        _knots = [.. knots];
        Direction = direction;
        Knots = Array.AsReadOnly(_knots);
        ThrowIfInvalid(direction, _knots);
    }

    /// <summary>Whether more of the measure is better.</summary>
    public ScaleDirection Direction { get; }

    /// <summary>The knots, by ascending raw value.</summary>
    public IReadOnlyList<CurveKnot> Knots { get; }

    /// <summary>The points of a value.</summary>
    /// <param name="raw">The value of the measure, finite.</param>
    /// <returns>0 to 100.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double PointsOf(double raw)
    {
        FiniteNumbers.ThrowIfNotFinite([raw], nameof(raw));
        int above = 0;
        while (above < _knots.Length && _knots[above].Raw <= raw)
        {
            above++;
        }

        if (above == 0 || above == _knots.Length)
        {
            return _knots[Math.Min(above, _knots.Length - 1)].Points;
        }

        CurveKnot left = _knots[above - 1];
        CurveKnot right = _knots[above];
        return double.Lerp(left.Points, right.Points, (raw - left.Raw) / (right.Raw - left.Raw));
    }

    /// <summary>The standard error of the points of an uncertain value.</summary>
    /// <param name="raw">The value of the measure, finite.</param>
    /// <param name="standardError">Its standard error, finite and not negative.</param>
    /// <returns>The standard error in points; 0 where the value is certain.</returns>
    /// <remarks>
    /// √E[(g(X) − g(raw))²] for X normal about the value: exact for straight lines, no slope is taken at a point. Within one line it is the
    /// delta method, slope times standard error; on a knot the root mean square of that on either side; on a level part what is left of the
    /// chance that the true value lies on a slope. It is 0 only where the nearest slope is more than some 37 standard errors away.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite, or the standard error is not finite or negative.</exception>
    public double StandardErrorOfPoints(double raw, double standardError)
    {
        FiniteNumbers.ThrowIfNotFiniteOrNegative([standardError], nameof(standardError));
        double points = PointsOf(raw);
        if (!(standardError > 0))
        {
            return 0;
        }

        double first = Distance(0);
        double last = Distance(_knots.Length - 1);
        double squares = GaussianSegment.BeyondLast(-first, _knots[0].Points - points);
        squares += GaussianSegment.BeyondLast(last, _knots[^1].Points - points);
        for (int index = 1; index < _knots.Length; index++)
        {
            squares += GaussianSegment.Between(
                Distance(index - 1),
                Distance(index),
                _knots[index - 1].Points - points,
                _knots[index].Points - points
            );
        }

        return Math.Sqrt(squares);

        double Distance(int knot) => Math.Clamp((_knots[knot].Raw - raw) / standardError, -1e300, 1e300);
    }

    private static void ThrowIfInvalid(ScaleDirection direction, CurveKnot[] knots)
    {
        if (knots.Length < 2)
        {
            throw new ArgumentException("A curve has at least two knots.", nameof(knots));
        }

        foreach (CurveKnot knot in knots)
        {
            if (!double.IsFinite(knot.Raw) || !(knot.Points >= 0 && knot.Points <= 100))
            {
                throw new ArgumentException(
                    $"A knot has a finite raw value and points from 0 to 100; not {knot}.",
                    nameof(knots)
                );
            }
        }

        for (int index = 1; index < knots.Length; index++)
        {
            ThrowIfNotMonotone(direction, knots[index - 1], knots[index], nameof(knots));
        }

        if (!double.IsFinite(knots[^1].Raw - knots[0].Raw) || !(Math.Abs(knots[^1].Points - knots[0].Points) > 0))
        {
            throw new ArgumentException("A curve covers a finite range and its points change over it.", nameof(knots));
        }
    }

    private static void ThrowIfNotMonotone(ScaleDirection direction, CurveKnot left, CurveKnot right, string parameter)
    {
        if (!(left.Raw < right.Raw))
        {
            throw new ArgumentException($"The raw values of knots ascend; {right} follows {left}.", parameter);
        }

        bool agrees =
            direction == ScaleDirection.HigherIsBetter ? left.Points <= right.Points : left.Points >= right.Points;
        if (!agrees)
        {
            throw new ArgumentException($"Points go against {direction}: {right} follows {left}.", parameter);
        }
    }
}
