namespace CxMetrics.Calculation.Survival;

/// <summary>Finds the time at which a curve has fallen by a given share, by R's rule. A mutable struct.</summary>
/// <remarks>
/// The step with the smallest fall 1 − S that is at least p. Where that fall is p itself the curve lies flat at 1 − p, and the time is
/// midway to the step with the smallest fall above p, or to the last time where there is none. Limits of a curve can rise again, so that
/// the smallest fall, not the first one, decides. "p itself" is meant within √2⁻⁵², as in R's <c>quantile.survfit</c>: a product of shares
/// that should be 1/2 rarely is 1/2 to the last bit.
/// </remarks>
internal struct QuantileSearch(double probability)
{
    private static readonly double Tolerance = Math.Sqrt(Math.BitIncrement(1) - 1);

    private double _reached = double.PositiveInfinity;
    private double _passed = double.PositiveInfinity;
    private int _reachedStep = -1;
    private int _passedStep = -1;

    /// <summary>Looks at one more step.</summary>
    public void Add(int step, double survival)
    {
        double fall = 1 - survival;
        if (fall + Tolerance >= probability && fall < _reached)
        {
            _reached = fall;
            _reachedStep = step;
        }

        if (fall - Tolerance >= probability && fall < _passed)
        {
            _passed = fall;
            _passedStep = step;
        }
    }

    /// <summary>The time; null when the curve does not fall that far.</summary>
    public readonly double? Time(ReadOnlySpan<double> times)
    {
        if (_reachedStep < 0)
        {
            return null;
        }

        double from = times[_reachedStep];
        double to = _passedStep < 0 ? times[^1] : times[_passedStep];
        return from + ((to - from) / 2);
    }
}
