using System.Globalization;
using CxMetrics.Calculation.Resampling;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The satisfaction index of three items from 1 to 10 that resemble each other in each respondent.</summary>
/// <remarks>An item is binomial with the respondent's own satisfaction, a beta draw, so that the index is 100 times the mean of the beta.</remarks>
internal static class SatisfactionIndexCoverage
{
    private const int Items = 3;
    private const int Samples = 4_000;
    private static readonly RatingScale[] Scales =
    [
        .. Enumerable.Repeat(new RatingScale(1, 10, ScaleDirection.HigherIsBetter), Items),
    ];

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "satisfaction index",
            ["respondents", "index"],
            ["**BCa**", "percentile"],
            from index in new[] { 75.0, 92.0 }
            from n in new[] { 10, 20, 50, 200 }
            select OfIndex(n, index)
        );

    private static SimulatedSetting OfIndex(int n, double index) =>
        new(
            [$"{n}", string.Create(CultureInfo.InvariantCulture, $"{index}")],
            Samples,
            index,
            (random, limits) =>
            {
                int?[] answers = new int?[n * Items];
                for (int respondent = 0; respondent < n; respondent++)
                {
                    double own = Beta.Sample(random, index / 25, (100 - index) / 25);
                    for (int item = 0; item < Items; item++)
                    {
                        answers[(respondent * Items) + item] = 1 + (int)Draws.Successes(random, 9, own);
                    }
                }

                Bootstraps.Fill(
                    limits,
                    SatisfactionIndex.FromAnswers(Scales, answers, random.NextInt64(), Bootstraps.Resamples)
                );
            }
        );
}
