namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>Expectations over gamma and beta distributions by plain sums over a fine grid: slow, and without any formula of the models.</summary>
public static class BruteForce
{
    private const double Step = 0.1;

    /// <summary>E[f(λ)] for λ from Gamma(shape, rate).</summary>
    public static double OverGamma(double shape, double rate, Func<double, double> function)
    {
        double sum = 0;
        double total = 0;
        for (double y = -40; y < 8; y += Step)
        {
            double value = Math.Exp(y) / rate;
            double density = Math.Exp((shape * y) - Math.Exp(y));
            sum += density * function(value);
            total += density;
        }

        return sum / total;
    }

    /// <summary>E[f(p)] for p from Beta(a, b).</summary>
    public static double OverBeta(double a, double b, Func<double, double> function)
    {
        double sum = 0;
        double total = 0;
        for (double y = -40; y < 40; y += Step)
        {
            double p = 1 / (1 + Math.Exp(-y));
            double density = Math.Exp((a * Math.Log(p)) - (b * (y + Math.Log(1 + Math.Exp(-y)))));
            sum += density * function(p);
            total += density;
        }

        return sum / total;
    }
}
