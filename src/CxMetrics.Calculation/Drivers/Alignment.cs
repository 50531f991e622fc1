using System.Buffers;

namespace CxMetrics.Calculation.Drivers;

/// <summary>The product-moment correlation r of two columns, with its distance from ±1, which r alone loses to rounding.</summary>
/// <param name="Coefficient">r, from −1 to 1.</param>
/// <param name="Gap">1 − |r|, to full relative precision.</param>
internal readonly record struct Alignment(double Coefficient, double Gap)
{
    /// <summary>Whether r is ±1, to the last digit.</summary>
    public bool IsPerfect => !(Math.Abs(Coefficient) < 1);

    /// <summary>r √(d/(1 − r²)); null for no degrees of freedom and for r = ±1.</summary>
    public double? StudentT(int degreesOfFreedom) =>
        degreesOfFreedom > 0 && !IsPerfect ? Coefficient * Math.Sqrt(degreesOfFreedom / (Gap * (2 - Gap))) : null;

    /// <summary>The correlation of two columns of equal length; null where one is constant or has fewer than two numbers.</summary>
    public static Alignment? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int n = first.Length;
        if (n < 2)
        {
            return null;
        }

        double[] buffer = ArrayPool<double>.Shared.Rent(2 * n);
        Span<double> left = buffer.AsSpan(0, n);
        Span<double> right = buffer.AsSpan(n, n);
        bool varies =
            StandardizedColumn.Fill(first, left) is not null && StandardizedColumn.Fill(second, right) is not null;
        Alignment? alignment = varies ? OfStandardized(left, right) : null;
        ArrayPool<double>.Shared.Return(buffer);
        return alignment;
    }

    // For two columns of length 1, |a ∓ b|² = 2(1 ∓ r): near ±1 the distance keeps the digits that the product loses.
    private static Alignment OfStandardized(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double product = ColumnProducts.Dot(left, right);
        double sign = product < 0 ? -1 : 1;
        if (Math.Abs(product) < 0.5)
        {
            return new Alignment(product, 1 - Math.Abs(product));
        }

        double gap = ColumnProducts.SquaredDistance(left, sign, right) / 2;
        return new Alignment(sign * (1 - gap), gap);
    }
}
