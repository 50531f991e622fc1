using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>∫ e^(−zu) (1 + u)^(−s) du over all u above 0, that is eᶻ times the exponential integral of order s at z.</summary>
/// <remarks>With 1 + u = eʸ the integrand is exp(−z(eʸ − 1) − (s − 1)y), whose logarithm is concave.</remarks>
internal struct DiscountIntegral(double z, double s) : IPanelTerms
{
    private double _total;

    /// <summary>The integral for z and s above 0.</summary>
    public double Value()
    {
        // Where z(e^y - 1) is above 100 the growth of e^y, at most, does not bring the integrand back.
        double end = LogOnePlus.Of(100, z) + 5;
        double start = LogConcaveQuadrature.Integrate(ref this, 0, end);
        return _total * Math.Exp(start);
    }

    /// <inheritdoc/>
    public readonly double Log(double point) => (-z * ExpMinusOne.Of(point)) - ((s - 1) * point);

    /// <inheritdoc/>
    public void Add(double point, double share) => _total += share;
}
