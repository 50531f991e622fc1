using static CxMetrics.Calculation.Numerics.SaddlePoint;

namespace CxMetrics.Calculation.Numerics;

/// <summary>The logarithm of a gamma variable of unit scale: both tails and the density.</summary>
/// <param name="shape">The shape, above 0.</param>
internal readonly struct LogGammaTails(double shape) : ITailFunction
{
    // Above this the series needs thousands of terms and the expansion is as exact; see BetaDistribution.
    private const double LargeShape = 1e6;

    public TailProbabilities TailsAt(double point)
    {
        double x = Math.Exp(point);
        if (shape >= LargeShape)
        {
            return LargeShapeTails(x);
        }

        double density = DensityAt(point);
        if (x < shape + 1)
        {
            double lower = density * Series(x);
            return new TailProbabilities(lower, 1 - lower);
        }

        double upper = density / ContinuedFraction(x);
        return new TailProbabilities(1 - upper, upper);
    }

    // x^a e^-x / Γ(a).
    public double DensityAt(double point) =>
        Math.Exp(-StirlingError(shape) - Deviance(shape, Math.Exp(point))) * Math.Sqrt(shape / (2 * Math.PI));

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

    // Lugannani and Rice (1980), as for the beta distribution.
    private TailProbabilities LargeShapeTails(double x)
    {
        double u = (x - shape) / Math.Sqrt(shape);
        double w = Math.CopySign(Math.Sqrt(2 * Deviance(shape, x)), u);
        double correction =
            StandardNormal.Density(w) * (Math.Abs(w) < 1e-3 ? 1 / (3 * Math.Sqrt(shape)) : (1 / w) - (1 / u));
        return new TailProbabilities(
            StandardNormal.LowerTail(w) + correction,
            StandardNormal.LowerTail(-w) - correction
        );
    }
}
