using CxMetrics.Calculation.LifetimeValue;
using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>Random models and customers of the kind that data show.</summary>
public static class ModelGenerators
{
    public static Arbitrary<BgNbd> BgNbds() =>
        (
            from r in Between(1, 5)
            from alpha in Between(0.5, 20)
            from a in Between(1, 4)
            from b in Between(1, 6)
            select new BgNbd(r, alpha, a, b)
        ).ToArbitrary();

    public static Arbitrary<ParetoNbd> ParetoNbds() =>
        (
            from r in Between(1, 5)
            from alpha in Between(0.5, 20)
            from s in Between(1, 4)
            from beta in Between(0.5, 20)
            select new ParetoNbd(r, alpha, s, beta)
        ).ToArbitrary();

    public static Arbitrary<GammaGamma> GammaGammas() =>
        (
            from p in Between(1, 8)
            from q in Between(1.1, 8)
            from v in Between(1, 50)
            select new GammaGamma(p, q, v)
        ).ToArbitrary();

    public static Arbitrary<CustomerHistory> Customers() =>
        (
            from frequency in Gen.Choose(0, 6)
            from age in Between(0.5, 40)
            from share in Gen.Choose(0, 20)
            from spend in Between(1, 100)
            select frequency == 0
                ? new CustomerHistory(0, 0, age)
                : new CustomerHistory(frequency, Math.Min(age, age * share / 20), age, spend)
        ).ToArbitrary();

    public static Arbitrary<double> Horizons() => Between(0, 60).ToArbitrary();

    private static Gen<double> Between(double lower, double upper) =>
        Gen.Choose(0, 100_000).Select(x => lower + ((upper - lower) * x / 100_000.0));
}
