using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Calculation.Resampling;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>Customers drawn from the stories that the models tell.</summary>
public static class Simulation
{
    /// <summary>Customers of BG/NBD with ages between two ends, and gamma-gamma spend where a model is given.</summary>
    public static CustomerHistory[] BgNbd(
        BgNbd model,
        int count,
        double youngest,
        double oldest,
        long seed,
        GammaGamma? spend = null
    )
    {
        var random = new RandomStreamSource(seed);
        var customers = new CustomerHistory[count];
        for (int index = 0; index < count; index++)
        {
            double rate = Gamma.Sample(random, model.R, model.Alpha);
            double dropout = Beta.Sample(random, model.A, model.B);
            double age = youngest + ((oldest - youngest) * random.NextDouble());
            (int purchases, double last) = Purchases(random, rate, age, () => random.NextDouble() < dropout);
            customers[index] = new CustomerHistory(purchases, last, age, MeanSpend(random, spend, purchases));
        }

        return customers;
    }

    /// <summary>Customers of Pareto/NBD, all of one age.</summary>
    public static CustomerHistory[] ParetoNbd(ParetoNbd model, int count, double age, long seed)
    {
        var random = new RandomStreamSource(seed);
        var customers = new CustomerHistory[count];
        for (int index = 0; index < count; index++)
        {
            double rate = Gamma.Sample(random, model.R, model.Alpha);
            double death = Exponential.Sample(random, Gamma.Sample(random, model.S, model.Beta));
            (int purchases, double last) = Purchases(random, rate, Math.Min(age, death), () => false);
            customers[index] = new CustomerHistory(purchases, last, age);
        }

        return customers;
    }

    private static (int Purchases, double Last) Purchases(Random random, double rate, double end, Func<bool> dropsOut)
    {
        int purchases = 0;
        double last = 0;
        double time = Exponential.Sample(random, rate);
        while (time <= end)
        {
            purchases++;
            last = time;
            time = dropsOut() ? double.PositiveInfinity : time + Exponential.Sample(random, rate);
        }

        return (purchases, last);
    }

    private static double MeanSpend(Random random, GammaGamma? spend, int purchases)
    {
        if (spend is null || purchases == 0)
        {
            return 0;
        }

        double scale = Gamma.Sample(random, spend.Q, spend.V);
        return Gamma.Sample(random, spend.P * purchases, scale) / purchases;
    }
}
