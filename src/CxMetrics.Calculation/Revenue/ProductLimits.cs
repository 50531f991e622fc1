namespace CxMetrics.Calculation.Revenue;

/// <summary>The limits of a product of money and a lifetime: square-and-add on the logarithmic scale.</summary>
/// <remarks>
/// With the money m of relative margin a = z·s/m and the lifetime L in its limits (l, u), independent, ln(mL) has the limits
/// ln(mL) − √(a² + ln²(L/l)) and ln(mL) + √(a² + ln²(u/L)). The lifetime keeps the asymmetry of its own interval. As L grows beyond every bound
/// the lower limit tends to m·l; as it goes to 0 the upper one tends to m·u. Source: Zou and Donner (2008), Statistics in Medicine
/// 27, 1693-1702.
/// </remarks>
internal static class ProductLimits
{
    /// <summary>The product itself; null when the lifetime is infinite, or there is none.</summary>
    /// <exception cref="OverflowException">It is larger than any number.</exception>
    public static double? Value(double money, double? lifetime) => lifetime is { } value ? Finite(money * value) : null;

    /// <summary>The lower limit.</summary>
    /// <param name="money">The money, above 0.</param>
    /// <param name="relativeMargin">Its margin of error over the money.</param>
    /// <param name="lifetime">The lifetime; null when it is infinite.</param>
    /// <param name="limit">The lower limit of the lifetime.</param>
    /// <exception cref="OverflowException">The lifetime is infinite and the limit larger than any number.</exception>
    public static double Lower(double money, double relativeMargin, double? lifetime, double limit) =>
        lifetime is not > 0 || !(limit > 0)
            ? Finite(money * (lifetime is null ? limit : 0))
            : money * lifetime.Value * Math.Exp(-double.Hypot(relativeMargin, Math.Log(lifetime.Value / limit)));

    /// <summary>The upper limit; null when the lifetime has none, or it exceeds every number.</summary>
    /// <param name="money">The money, above 0.</param>
    /// <param name="relativeMargin">Its margin of error over the money.</param>
    /// <param name="lifetime">The lifetime; null when it is infinite.</param>
    /// <param name="limit">The upper limit of the lifetime; null when it has none.</param>
    public static double? Upper(double money, double relativeMargin, double? lifetime, double? limit)
    {
        if (lifetime is not { } value || limit is not { } bound)
        {
            return null;
        }

        double upper =
            value > 0 ? money * value * Math.Exp(double.Hypot(relativeMargin, Math.Log(bound / value))) : money * bound;
        return double.IsFinite(upper) ? upper : null;
    }

    private static double Finite(double product) =>
        double.IsFinite(product)
            ? product
            : throw new OverflowException("The lifetime value is larger than any number.");
}
