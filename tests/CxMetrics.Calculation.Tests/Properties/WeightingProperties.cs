using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Weighting;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class WeightingProperties
{
    private static readonly Arbitrary<FrameMargin[]> Margins = (
        from respondents in Gen.Choose(1, 200)
        from counts in Gen.ArrayOf(Gen.Choose(1, 4), 3)
        from seed in Gen.Choose(0, int.MaxValue)
        select Drawn(respondents, counts, seed)
    ).ToArbitrary();

    [Test]
    public void Rake_WithoutBounds_ReproducesTheMarginsAndAddsUp() =>
        ForAll(
            Margins,
            margins =>
            {
                FitOutcome<SurveyWeights> outcome = SurveyWeighting.Rake(margins, WeightBounds.None);
                if (outcome.Model is not { } weights)
                {
                    return;
                }

                int n = weights.Weights.Length;
                weights.Weights.ToArray().Sum().Should().BeApproximately(n, 1e-9 * n);
                weights.LargestGap.Should().BeLessThan(1e-8);
                foreach (MarginProfile profile in weights.Margins)
                {
                    profile.Levels.Sum(level => level.WeightedShare!.Value).Should().BeApproximately(1, 1e-9);
                    profile.Levels.Sum(level => level.FrameShare).Should().BeApproximately(1, 1e-12);
                    profile.Levels.Sum(level => level.ResponderShare.Value!.Value).Should().BeApproximately(1, 1e-12);
                }
            }
        );

    [Test]
    public void Rake_Bounded_KeepsTheBoundsAndTheMeanAndTheRangeOfTheEffectiveSize() =>
        ForAll(
            Margins,
            margins =>
            {
                FitOutcome<SurveyWeights> outcome = SurveyWeighting.Rake(margins);
                if (outcome.Model is not { } weights)
                {
                    outcome.Explanation.Should().NotBeNullOrEmpty();
                    return;
                }

                double[] all = weights.Weights.ToArray();
                all.Should().AllSatisfy(weight => weight.Should().BeInRange(0.2, 5));
                all.Average().Should().BeApproximately(1, 1e-9);
                weights.EffectiveSampleSize.Should().BeInRange(1, all.Length);
                weights.DesignEffect.Should().BeInRange(1, all.Length);
                weights.LargestGap.Should().BeInRange(0, 1);
                if (weights.LargestGap > 1e-8)
                {
                    weights.TrimmedRespondents.Should().BePositive();
                }
            }
        );

    [Test]
    public void Rake_Respondents_ReorderedKeepTheirWeights() =>
        ForAll(
            Margins,
            margins =>
            {
                FrameMargin[] turned =
                [
                    .. margins.Select(margin => new FrameMargin(
                        margin.Name,
                        margin.Levels.ToArray().Reverse().ToArray(),
                        margin.FrameShares
                    )),
                ];
                SurveyWeights? one = SurveyWeighting.Rake(margins).Model;
                SurveyWeights? other = SurveyWeighting.Rake(turned).Model;
                (other is null).Should().Be(one is null);
                if (one is not null && other is not null)
                {
                    double[] back = other.Weights.ToArray().Reverse().ToArray();
                    back.Zip(one.Weights.ToArray(), (x, y) => Math.Abs(x - y)).Max().Should().BeLessThan(1e-8);
                }
            }
        );

    // Respondents who answer by level, so that there is something to correct.
    private static FrameMargin[] Drawn(int respondents, int[] counts, int seed)
    {
        Random random = new(seed);
        return
        [
            .. counts.Select(
                (count, index) =>
                {
                    double[] frame = [.. Enumerable.Range(0, count).Select(_ => 0.05 + random.NextDouble())];
                    int[] levels =
                    [
                        .. Enumerable
                            .Range(0, respondents)
                            .Select(_ => (int)(count * Math.Pow(random.NextDouble(), 1.5))),
                    ];
                    return new FrameMargin($"variable {index}", levels, frame);
                }
            ),
        ];
    }
}
