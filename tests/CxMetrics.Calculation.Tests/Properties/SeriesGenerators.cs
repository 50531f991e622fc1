using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.Properties;

/// <summary>Random series: short and longer, with and without ties, smooth and wild.</summary>
public static class SeriesGenerators
{
    public static Arbitrary<double[]> Series(int shortest = 0) =>
        (
            from length in Gen.OneOf(Gen.Choose(shortest, shortest + 3), Gen.Choose(shortest, 60))
            from values in Gen.ArrayOf(Number(), length)
            select values
        ).ToArbitrary();

    /// <summary>Points at whole positions, some of them shared; at least two positions differ.</summary>
    public static Arbitrary<(double X, double Y)[]> Points(int fewest = 2) =>
        (
            from length in Gen.Choose(fewest, 40)
            from positions in Gen.ArrayOf(Gen.Choose(-20, 20), length)
            from values in Gen.ArrayOf(Number(), length)
            where positions.Distinct().Count() > 1
            select positions.Zip(values, (x, y) => ((double)x, y)).ToArray()
        ).ToArbitrary();

    private static Gen<double> Number() =>
        Gen.OneOf(
            Gen.Choose(-3, 3).Select(x => (double)x),
            Gen.Choose(-1_000, 1_000).Select(x => x / 8.0),
            Gen.Choose(-1_000_000, 1_000_000).Select(x => x * 1e-3)
        );
}
