using System.Globalization;
using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Intervals;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Key drivers: three that correlate by 0.5, of which the outcome depends on two.</summary>
internal static class ImportanceCoverage
{
    private const int Samples = 1_000;
    private const int Resamples = 499;
    private const double Between = 0.5;
    private static readonly double[] Coefficients = [0.5, 0.3, 0];

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "parts of R²",
            ["rows", "method, error"],
            ["**strongest driver**", "**driver without effect**", "**share of the strongest**", "**R²**"],
            from method in new[] { ImportanceMethod.RelativeWeights, ImportanceMethod.Shapley }
            from isSkewed in new[] { false, true }
            from n in new[] { 50, 100, 400 }
            select OfParts(n, method, isSkewed)
        );

    public static CoverageStudy Regression { get; } =
        CoverageStudy.Simulated(
            "coefficients of key drivers",
            ["rows", "error"],
            ["**strongest driver**", "**driver without effect**", "**intercept**"],
            from isSkewed in new[] { false, true }
            from n in new[] { 10, 20, 50, 400 }
            select OfCoefficients(n, isSkewed)
        );

    private static SimulatedSetting OfParts(int n, ImportanceMethod method, bool isSkewed)
    {
        double[] truth = TrueParts(method);
        double explained = truth.Sum();
        string name = method == ImportanceMethod.Shapley ? "Shapley" : "relative weights";
        return new SimulatedSetting(
            [$"{n}", $"{name}, {ErrorName(isSkewed)}"],
            Samples,
            0,
            (random, limits) =>
            {
                KeyDriverAnalysis analysis = KeyDrivers
                    .FromTable(Draw(random, n, isSkewed), Resamples, random.NextInt64(), method: method)
                    .Model!;
                limits[0] = analysis.Drivers[0].Importance.Limits().Less(truth[0]);
                limits[1] = analysis.Drivers[2].Importance.Limits().Less(truth[2]);
                limits[2] = analysis.Drivers[0].Share.Limits().Less(truth[0] / explained);
                limits[3] = analysis.RSquared.Limits().Less(explained);
            }
        );
    }

    private static SimulatedSetting OfCoefficients(int n, bool isSkewed) =>
        new(
            [n.ToString(CultureInfo.InvariantCulture), ErrorName(isSkewed)],
            20 * Samples,
            0,
            (random, limits) =>
            {
                KeyDriverAnalysis analysis = KeyDrivers.FromTable(Draw(random, n, isSkewed), resamples: 0).Model!;
                limits[0] = analysis.Drivers[0].Coefficient.Estimate.Limits().Less(Coefficients[0]);
                limits[1] = analysis.Drivers[2].Coefficient.Estimate.Limits().Less(Coefficients[2]);
                limits[2] = analysis.Intercept.Estimate.Limits();
            }
        );

    private static string ErrorName(bool isSkewed) => isSkewed ? "exponential" : "normal";

    private static DriverTable Draw(Random random, int n, bool isSkewed)
    {
        double[] common = Draws.Many(n, () => Normal.Sample(random, 0, Math.Sqrt(Between)));
        double[] outcome = Draws.Many(
            n,
            () => isSkewed ? Exponential.Sample(random, 1) - 1 : Normal.Sample(random, 0, 1)
        );
        NamedColumn[] drivers = new NamedColumn[Coefficients.Length];
        for (int driver = 0; driver < drivers.Length; driver++)
        {
            double[] values = [.. common.Select(own => Normal.Sample(random, own, Math.Sqrt(1 - Between)))];
            drivers[driver] = new NamedColumn($"driver {driver}", values);
            for (int row = 0; row < n; row++)
            {
                outcome[row] += Coefficients[driver] * values[row];
            }
        }

        return DriverTable.FromColumns(outcome, drivers);
    }

    /// <summary>The parts of the true correlations, with an error of variance 1.</summary>
    private static double[] TrueParts(ImportanceMethod method)
    {
        int k = Coefficients.Length;
        double[] among = [.. Enumerable.Range(0, k * k).Select(place => place / k == place % k ? 1 : Between)];
        double[] covariances =
        [
            .. Enumerable
                .Range(0, k)
                .Select(row => Enumerable.Range(0, k).Sum(column => among[(row * k) + column] * Coefficients[column])),
        ];
        double deviation = Math.Sqrt(1 + covariances.Zip(Coefficients, (one, other) => one * other).Sum());
        double[] withOutcome = [.. covariances.Select(covariance => covariance / deviation)];
        double[] parts = new double[k];
        if (method == ImportanceMethod.Shapley)
        {
            new ShapleyDecomposition(k).Fill(among, withOutcome, parts);
        }
        else
        {
            RelativeWeights.Fill(among, withOutcome, parts);
        }

        return parts;
    }
}
