namespace CxMetrics.Calculation.Numerics;

/// <summary>The logarithm of a gamma variable of unit scale.</summary>
/// <param name="shape">The shape, above 0.</param>
internal readonly struct LogGammaTails(double shape) : ITailFunction
{
    // Above this the series needs thousands of terms and the expansion of Lugannani and Rice is as exact: its error
    // in a tail probability is of order shape^(-3/2), that is 1e-9, and 1e-12 in the limit.
    private const double LargeShape = 1e6;

    private readonly double _scale = Math.Exp(-StirlingError.Of(shape)) * Math.Sqrt(shape / (2 * Math.PI));

    public double Centre => Math.Log(shape);

    public TailPoint At(double point)
    {
        double x = Math.Exp(point);

        // x^a e^-x / Γ(a).
        double density = _scale * Math.Exp(-BinomialDeviance.Of(shape, x));
        return new TailPoint(TailsAt(x, density), density, shape - x, -x);
    }

    private TailProbabilities TailsAt(double x, double density)
    {
        if (shape >= LargeShape)
        {
            return LargeShapeTails(x);
        }

        if (x < shape + 1)
        {
            double lower = density * Series(x);
            return new TailProbabilities(lower, 1 - lower);
        }

        double upper = density / ContinuedFraction(x);
        return new TailProbabilities(1 - upper, upper);
    }

    // DLMF 8.11.4: the lower tail over the density, (1 + x/(a + 1) + x^2/((a + 1)(a + 2)) + ...)/a.
    private double Series(double x)
    {
        double term = 1 / shape;
        double sum = term;
        double next = shape;
        while (term > sum * 1e-17)
        {
            next++;
            term *= x / next;
            sum += term;
        }

        return sum;
    }

    // DLMF 8.9.2 in its even form: the density over the upper tail, by the modified Lentz method.
    private double ContinuedFraction(double x)
    {
        double denominator = x + 1 - shape;
        double value = denominator;
        double c = value;
        double d = 0;
        for (int n = 1; n < 1_000_000; n++)
        {
            double numerator = n * (shape - n);
            denominator += 2;
            d = 1 / (denominator + (numerator * d));
            c = denominator + (numerator / c);
            double factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < 4e-16)
            {
                break;
            }
        }

        return value;
    }

    // First two terms of the uniform expansion of Temme (1979), in the form of Lugannani and Rice (1980).
    private TailProbabilities LargeShapeTails(double x)
    {
        double u = (x - shape) / Math.Sqrt(shape);
        double w = Math.CopySign(Math.Sqrt(2 * BinomialDeviance.Of(shape, x)), u);
        double correction =
            StandardNormal.Density(w) * (Math.Abs(w) < 1e-3 ? 1 / (3 * Math.Sqrt(shape)) : (1 / w) - (1 / u));
        return new TailProbabilities(
            StandardNormal.LowerTail(w) + correction,
            StandardNormal.LowerTail(-w) - correction
        );
    }
}
