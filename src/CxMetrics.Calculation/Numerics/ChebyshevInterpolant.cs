namespace CxMetrics.Calculation.Numerics;

/// <summary>A polynomial in the place of a smooth function that is dear to compute and asked for many times.</summary>
/// <remarks>
/// Interpolation in the Chebyshev points of the first kind (Trefethen 2013, Approximation Theory and Approximation Practice, chapters 4 and
/// 8), with 24 points, or 48 or 96 where the last coefficients are not yet negligible; evaluated by Clenshaw's recurrence. Immutable.
/// </remarks>
internal sealed class ChebyshevInterpolant
{
    private const int FewestPoints = 24;
    private const int MostPoints = 96;
    private const double Negligible = 1e-13;

    private readonly double _centre;
    private readonly double _scale;
    private readonly double[] _coefficients;

    private ChebyshevInterpolant(double centre, double scale, double[] coefficients)
    {
        _centre = centre;
        _scale = scale;
        _coefficients = coefficients;
    }

    /// <summary>How many values it takes at least; with fewer values to compute, interpolation does not pay.</summary>
    public static int LeastCost => FewestPoints;

    /// <summary>The interpolant of a function from <paramref name="lower"/> to <paramref name="upper"/>; null where 96 points do not resolve it.</summary>
    public static ChebyshevInterpolant? TryCreate(Func<double, double> function, double lower, double upper)
    {
        double centre = (lower + upper) / 2;
        double halfWidth = (upper - lower) / 2;
        if (!(halfWidth > 0))
        {
            return new ChebyshevInterpolant(centre, 1, [function(centre)]);
        }

        for (int points = FewestPoints; points <= MostPoints; points *= 2)
        {
            double[] coefficients = Coefficients(function, centre, halfWidth, points);
            int length = ResolvedLength(coefficients);
            if (length > 0)
            {
                return new ChebyshevInterpolant(centre, 1 / halfWidth, coefficients[..length]);
            }
        }

        return null;
    }

    /// <summary>The value at a point of the range.</summary>
    public double At(double point)
    {
        double x = (point - _centre) * _scale;
        double twice = 2 * x;
        double later = 0;
        double last = 0;
        for (int k = _coefficients.Length - 1; k > 0; k--)
        {
            (last, later) = ((twice * last) - later + _coefficients[k], last);
        }

        return (x * last) - later + _coefficients[0];
    }

    private static double[] Coefficients(Func<double, double> function, double centre, double halfWidth, int points)
    {
        double[] cosines = new double[4 * points];
        for (int index = 0; index < cosines.Length; index++)
        {
            cosines[index] = Math.Cos(Math.PI * index / (2 * points));
        }

        double[] coefficients = new double[points];
        for (int j = 0; j < points; j++)
        {
            int odd = (2 * j) + 1;
            double value = function(centre + (halfWidth * cosines[odd]));
            for (int k = 0; k < points; k++)
            {
                coefficients[k] += value * cosines[odd * k % cosines.Length];
            }
        }

        for (int k = 0; k < points; k++)
        {
            coefficients[k] *= (k > 0 ? 2.0 : 1.0) / points;
        }

        return coefficients;
    }

    // How many coefficients carry weight; 0 where the last ones still do.
    private static int ResolvedLength(double[] coefficients)
    {
        double largest = 0;
        foreach (double coefficient in coefficients)
        {
            largest = Math.Max(largest, Math.Abs(coefficient));
        }

        int length = coefficients.Length;
        while (length > 1 && !(Math.Abs(coefficients[length - 1]) > Negligible / 10 * largest))
        {
            length--;
        }

        for (int k = coefficients.Length - 3; k < coefficients.Length; k++)
        {
            if (!(Math.Abs(coefficients[k]) <= Negligible * largest))
            {
                return 0;
            }
        }

        return length;
    }
}
