using System.Globalization;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Monitoring;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Confidence sequences that are looked at after every answer: held where all of their intervals hold the true value.</summary>
internal static class SequenceCoverage
{
    private const int Samples = 2_000;

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "confidence sequences",
            ["answers", "true share"],
            ["**share**", "**rating, 1 and 5**", "Wilson, looked at as often"],
            from share in new[] { 0.5, 0.9 }
            from n in new[] { 20, 100, 500 }
            select OfShare(n, share)
        );

    // The rating is 5 where the answer is a success and 1 where it is not, which makes the true mean 1 + 4 × share.
    private static SimulatedSetting OfShare(int n, double share) =>
        new(
            [$"{n}", share.ToString("0.0", CultureInfo.InvariantCulture)],
            Samples,
            0,
            (random, limits) =>
            {
                long successes = 0;
                MeanConfidenceSequence ratings = MeanConfidenceSequence.Between(1, 5);
                Common ofShare = Common.Everything;
                Common ofRating = Common.Everything;
                Common ofWilson = Common.Everything;
                for (int trials = 1; trials <= n; trials++)
                {
                    bool isSuccess = random.NextDouble() < share;
                    successes += isSuccess ? 1 : 0;
                    ratings = ratings.With(isSuccess ? 5 : 1);
                    ConfidenceInterval sequence = ProportionConfidenceSequence.FromCounts(successes, trials);
                    ConfidenceInterval rating = ratings.Interval();
                    IntervalLimits wilson = WilsonInterval.FromCounts(successes, trials);
                    ofShare = ofShare.And(sequence.Lower - share, sequence.Upper - share);
                    ofRating = ofRating.And(rating.Lower - 1 - (4 * share), rating.Upper - 1 - (4 * share));
                    ofWilson = ofWilson.And(wilson.Lower - share, wilson.Upper - share);
                }

                limits[0] = ofShare.Limits;
                limits[1] = ofRating.Limits;
                limits[2] = ofWilson.Limits;
            }
        );

    /// <summary>What intervals have in common.</summary>
    private readonly record struct Common(double Lower, double Upper)
    {
        public static Common Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

        public IntervalLimits? Limits => Lower <= Upper ? new IntervalLimits(Lower, Upper) : null;

        public Common And(double lower, double upper) => new(Math.Max(Lower, lower), Math.Min(Upper, upper));
    }
}
