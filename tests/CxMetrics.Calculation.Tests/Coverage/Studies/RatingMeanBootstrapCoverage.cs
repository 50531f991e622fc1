using System.Text.Json;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The bootstrap of a mean of ratings. By the library, and as the reference has it.</summary>
internal static class RatingMeanBootstrapCoverage
{
    // As many as the reference has.
    private const int Samples = 1_500;

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "mean of ratings, bootstrap",
            ["answers", "shares of 1 to 5"],
            [.. Bootstraps.Names, "reference: percentile", "reference: BCa", "reference: bootstrap-t"],
            CoverageFile.Rows("mean_of_1_to_5_ratings").Select(ToSetting)
        );

    private static SimulatedSetting ToSetting(JsonElement row)
    {
        int n = row.GetProperty("n").GetInt32();
        string name = row.GetProperty("distribution").GetString()!;
        double[] shares = RatingDistributions.Find(name);
        return new SimulatedSetting(
            [$"{n}", name],
            Samples,
            RatingDistributions.Mean(shares),
            (random, limits) => Draw(random, n, shares, limits)
        )
        {
            Check = results => ShouldAgree(results, row),
        };
    }

    private static void Draw(Random random, int n, double[] shares, Span<IntervalLimits?> limits)
    {
        RatingDistribution answers = new(RatingScale.FivePoint, Draws.Counts(random, n, shares));
        Bootstraps.Fill(limits, Bootstrap.Mean(answers, random.NextInt64(), Bootstraps.Resamples));

        RatingMoment sample = RatingMoment.Of(answers.Counts);
        double[] observed = [.. answers.Counts.ToArray().Select(count => (double)count / n)];
        RatingMoment[] resamples = new RatingMoment[Bootstraps.Resamples];
        for (int number = 0; number < resamples.Length; number++)
        {
            resamples[number] = RatingMoment.Of(Draws.Counts(random, n, observed));
        }

        limits[2] = ReferenceBootstrap.Percentile(resamples.Select(item => item.Mean));
        limits[3] = ReferenceBootstrap.Corrected(sample.Mean, resamples.Select(item => item.Mean), sample.Acceleration);
        limits[4] = ReferenceBootstrap
            .StudentT((sample.Mean, sample.StandardError), resamples.Select(item => (item.Mean, item.StandardError)))
            ?.ClippedTo(1, 5);

        // Where all answers agree so do all resamples. The library then has no interval, the reference one without a width.
        foreach (ref IntervalLimits? ofMethod in limits)
        {
            ofMethod ??= new IntervalLimits(sample.Mean, sample.Mean);
        }
    }

    private static void ShouldAgree(IReadOnlyList<SimulatedCoverage> results, JsonElement row)
    {
        string[] keys = ["percentile", "bca", "bootstrap_t"];
        foreach ((string key, SimulatedCoverage result) in keys.Zip(results.Skip(2)))
        {
            string what = $"{row.GetProperty("n")} {row.GetProperty("distribution")}, {key}";
            MonteCarlo.ShouldAgree(result, row.GetProperty(key).GetProperty("coverage").GetDouble(), Samples, what);
            MonteCarlo.ShouldAgreeInMeanWidth(
                result,
                row.GetProperty(key).GetProperty("mean_width").GetDouble(),
                Samples,
                what
            );
        }
    }

    /// <summary>The mean of ratings, its standard error, and the acceleration of BCa: not a number where all agree.</summary>
    private readonly record struct RatingMoment(double Mean, double StandardError, double Acceleration)
    {
        public static RatingMoment Of(ReadOnlySpan<long> counts)
        {
            double n = 0;
            double sum = 0;
            for (int index = 0; index < counts.Length; index++)
            {
                n += counts[index];
                sum += counts[index] * (index + 1.0);
            }

            double mean = sum / n;
            double squares = 0;
            double cubes = 0;
            for (int index = 0; index < counts.Length; index++)
            {
                double deviation = index + 1 - mean;
                squares += counts[index] * deviation * deviation;
                cubes += counts[index] * deviation * deviation * deviation;
            }

            return new RatingMoment(mean, Math.Sqrt(squares / (n - 1) / n), cubes / (6 * squares * Math.Sqrt(squares)));
        }
    }
}
