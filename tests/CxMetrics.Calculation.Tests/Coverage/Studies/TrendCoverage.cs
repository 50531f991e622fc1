using CxMetrics.Calculation.Trends;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Slopes of a series that rises by 0.1 per period, with errors that are independent or follow each other.</summary>
internal static class TrendCoverage
{
    private const int Samples = 10_000;
    private const double Slope = 0.1;

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "slope of a series",
            ["periods", "errors"],
            ["**line, t**", "**line, known standard errors**", "**Sen**", "Sen, as scipy"],
            from errors in new[] { Errors.Normal, Errors.Exponential, Errors.Correlated }
            from n in new[] { 6, 12, 24, 52 }
            select OfSeries(n, errors)
        );

    private static SimulatedSetting OfSeries(int n, Errors errors) =>
        new(
            [$"{n}", errors.Name],
            Samples,
            Slope,
            (random, limits) =>
            {
                double[] positions = [.. Enumerable.Range(1, n).Select(period => (double)period)];
                double[] values = errors.Draw(random, n);
                for (int period = 0; period < n; period++)
                {
                    values[period] += Slope * positions[period];
                }

                double[] ones = [.. Enumerable.Repeat(1.0, n)];
                limits[0] = LinearTrend.FromPoints(positions, values).Model?.Slope.Limits();
                limits[1] = LinearTrend.FromStandardErrors(positions, values, ones).Model?.Slope.Limits();
                limits[2] = SenSlope.FromValues(values).Slope.Limits();
                limits[3] = SenSlope.FromValues(values, method: SenIntervalMethod.Scipy).Slope.Limits();
            }
        );

    /// <summary>How errors with a standard deviation of 1 arise.</summary>
    private sealed record Errors(string Name, Func<Random, int, double[]> Draw)
    {
        private const double Carried = 0.5;

        public static Errors Normal { get; } = new("normal", (random, n) => Many(n, () => Shock(random)));

        public static Errors Exponential { get; } =
            new(
                "exponential",
                (random, n) => Many(n, () => MathNet.Numerics.Distributions.Exponential.Sample(random, 1) - 1)
            );

        public static Errors Correlated { get; } = new("normal, correlated by 0.5 with the last", Chain);

        private static double Shock(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);

        private static double[] Many(int n, Func<double> draw) => Draws.Many(n, draw);

        private static double[] Chain(Random random, int n)
        {
            double last = Shock(random);
            return Many(n, () => last = (Carried * last) + (Math.Sqrt(1 - (Carried * Carried)) * Shock(random)));
        }
    }
}
