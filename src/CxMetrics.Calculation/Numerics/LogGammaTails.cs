namespace CxMetrics.Calculation.Numerics;

/// <summary>The logarithm of a gamma variable of unit scale.</summary>
/// <param name="shape">The shape, above 0.</param>
internal readonly struct LogGammaTails(double shape) : ITailFunction
{
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
        if (TryRootSeries(x) is { } tails)
        {
            return tails;
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

    private TailProbabilities? TryRootSeries(double x)
    {
        if (!RootSeries.HasShape(shape))
        {
            return null;
        }

        double root = Math.CopySign(Math.Sqrt(2 * BinomialDeviance.Of(shape - 1, x)), x - (shape - 1));
        return RootSeries.Reaches(shape, root) ? RootSeries.Tails(RootFamily.Gamma(shape), root) : null;
    }
}
