using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.Properties;

/// <summary>Random inputs: tiny, ordinary and huge counts, empty classes included, and levels across the whole range.</summary>
public static class Generators
{
    private static readonly RatingScale[] Scales =
    [
        RatingScale.NetPromoter,
        RatingScale.FivePoint,
        RatingScale.SevenPoint,
        new(1, 2, ScaleDirection.HigherIsBetter),
        new(1, 3, ScaleDirection.HigherIsBetter),
        new(-3, 3, ScaleDirection.LowerIsBetter),
        new(1, 5, ScaleDirection.LowerIsBetter),
        new(1, 10, ScaleDirection.HigherIsBetter),
    ];

    public static Arbitrary<NetCounts> NetCounts() =>
        (
            from negative in Count()
            from neutral in Count()
            from positive in Count()
            select new NetCounts(negative, neutral, positive)
        ).ToArbitrary();

    public static Arbitrary<ShareCounts> ShareCounts() =>
        (
            from successes in Count()
            from failures in Count()
            select new ShareCounts(successes, successes + failures)
        ).ToArbitrary();

    public static Arbitrary<RatingDistribution> Distributions() =>
        (
            from scale in Gen.Elements(Scales)
            from counts in Gen.ArrayOf(Count(), scale.Points)
            select new RatingDistribution(scale, counts)
        ).ToArbitrary();

    public static Arbitrary<Level> Levels() =>
        Gen.OneOf(Gen.Choose(1, 999).Select(x => x / 1000.0), Gen.Elements(0.5, 0.8, 0.9, 0.95, 0.99, 1e-6, 1 - 1e-9))
            .Select(value => new Level(value))
            .ToArbitrary();

    /// <summary>Up to 40 numbers of very different size, with ties; possibly none.</summary>
    public static Arbitrary<double[]> Samples() =>
        Gen.Sized(size =>
                Gen.Choose(0, Math.Min(size, 40))
                    .SelectMany(length =>
                        Gen.OneOf(
                            Gen.ArrayOf(Gen.Choose(-3, 3).Select(x => (double)x), length),
                            Gen.ArrayOf(Gen.Choose(-1_000_000, 1_000_000).Select(x => x / 1024.0), length),
                            Gen.ArrayOf(Gen.Choose(0, 9).Select(x => 1e9 + x), length),
                            Gen.ArrayOf(Gen.Choose(-300, 300).Select(x => Math.Pow(10, x)), length)
                        )
                    )
            )
            .ToArbitrary();

    public static Arbitrary<double[]> SmallWholeNumbers() =>
        Gen.ArrayOf(Gen.Choose(-50, 50).Select(x => (double)x)).ToArbitrary();

    private static Gen<long> Count() =>
        Gen.OneOf(
            Gen.Constant(0L),
            Gen.Choose(0, 3).Select(x => (long)x),
            Gen.Choose(0, 300).Select(x => (long)x),
            Gen.Choose(0, 50_000_000).Select(x => (long)x)
        );
}
