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

    /// <summary>Two sides of a share: any counts, and often nearly equal shares, where 0 is at the edge of the interval.</summary>
    public static Arbitrary<(ShareCounts First, ShareCounts Second)> SharePairs() =>
        (
            from first in ShareCounts().Generator
            from other in ShareCounts().Generator
            from near in Gen.Elements(true, false)
            from step in Gen.Choose(-30, 30)
            let successes = Math.Clamp(first.Successes + step, 0, first.Trials)
            select (first, near ? new ShareCounts(successes, first.Trials) : other)
        ).ToArbitrary();

    /// <summary>Two sides of a net score, likewise.</summary>
    public static Arbitrary<(NetCounts First, NetCounts Second)> NetPairs() =>
        (
            from first in NetCounts().Generator
            from other in NetCounts().Generator
            from near in Gen.Elements(true, false)
            from step in Gen.Choose(0, 30)
            let moved = Math.Min(step, first.Negative)
            select (first, near ? new NetCounts(first.Negative - moved, first.Neutral, first.Positive + moved) : other)
        ).ToArbitrary();

    /// <summary>Respondents who answered twice, with a third of the cells empty.</summary>
    public static Arbitrary<long[]> TablesOfBothAnswers() => Gen.ArrayOf(Count(), 9).ToArbitrary();

    public static Arbitrary<double[]> PValues() =>
        Gen.Sized(size =>
                Gen.ArrayOf(
                    Gen.OneOf(Gen.Choose(0, 1000).Select(x => x / 1000.0), Gen.Elements(0, 1e-300, 0.04, 0.05, 0.5, 1)),
                    Math.Min(size, 60)
                )
            )
            .ToArbitrary();

    private static Gen<long> Count() =>
        Gen.OneOf(
            Gen.Constant(0L),
            Gen.Choose(0, 3).Select(x => (long)x),
            Gen.Choose(0, 300).Select(x => (long)x),
            Gen.Choose(0, 50_000_000).Select(x => (long)x)
        );
}
