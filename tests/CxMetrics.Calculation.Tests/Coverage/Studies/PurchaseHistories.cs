using CxMetrics.Calculation.LifetimeValue;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Customers who buy as the models say, with the parameters of the CDNOW data, observed for 27 to 39 weeks.</summary>
/// <remarks>Source: Fader, Hardie and Lee (2005), Marketing Science 24, 275-284, and Journal of Marketing Research 42, 415-430.</remarks>
internal static class PurchaseHistories
{
    private const double ShortestAge = 27;
    private const double LongestAge = 39;

    public static BgNbd Purchases { get; } = new(0.243, 4.414, 0.793, 2.426);

    public static ParetoNbd ParetoPurchases { get; } = new(0.553, 10.578, 0.606, 11.669);

    public static GammaGamma Spend { get; } = new(6.25, 3.74, 15.44);

    public static CustomerHistory[] OfBgNbd(Random random, int customers) =>
        Many(
            customers,
            () =>
            {
                double age = Age(random);
                double rate = Gamma.Sample(random, Purchases.R, Purchases.Alpha);
                double dropout = Beta.Sample(random, Purchases.A, Purchases.B);
                return History(random, rate, age, age, () => random.NextDouble() < dropout);
            }
        );

    public static CustomerHistory[] OfParetoNbd(Random random, int customers) =>
        Many(
            customers,
            () =>
            {
                double age = Age(random);
                double rate = Gamma.Sample(random, ParetoPurchases.R, ParetoPurchases.Alpha);
                double death = Exponential.Sample(
                    random,
                    Gamma.Sample(random, ParetoPurchases.S, ParetoPurchases.Beta)
                );
                return History(random, rate, Math.Min(age, death), age, () => false);
            }
        );

    private static CustomerHistory[] Many(int customers, Func<CustomerHistory> draw)
    {
        CustomerHistory[] histories = new CustomerHistory[customers];
        for (int customer = 0; customer < customers; customer++)
        {
            histories[customer] = draw();
        }

        return histories;
    }

    private static double Age(Random random) => ShortestAge + ((LongestAge - ShortestAge) * random.NextDouble());

    private static CustomerHistory History(Random random, double rate, double until, double age, Func<bool> dropsOut)
    {
        int purchases = 0;
        double last = 0;
        double next = Exponential.Sample(random, rate);
        while (next < until)
        {
            purchases++;
            last = next;
            next = dropsOut() ? double.PositiveInfinity : next + Exponential.Sample(random, rate);
        }

        return new CustomerHistory(purchases, last, age, purchases > 0 ? MeanSpend(random, purchases) : 0);
    }

    private static double MeanSpend(Random random, int purchases) =>
        Gamma.Sample(random, Spend.P * purchases, Gamma.Sample(random, Spend.Q, Spend.V) * purchases);
}
