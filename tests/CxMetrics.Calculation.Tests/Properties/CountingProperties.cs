using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class CountingProperties
{
    private static readonly Arbitrary<byte[]> Scores = (
        from length in Gen.Choose(0, 20_000)
        from seed in Gen.Choose(0, int.MaxValue)
        select Drawn(length, seed)
    ).ToArbitrary();

    [Test]
    public void FromScores_TwoHalves_AddUpToTheWhole() =>
        ForAll(
            Scores,
            scores =>
            {
                int half = scores.Length / 3;
                RatingDistribution whole = RatingDistribution.FromScores(RatingScale.NetPromoter, scores);
                RatingDistribution parts =
                    RatingDistribution.FromScores(RatingScale.NetPromoter, scores.AsSpan(0, half))
                    + RatingDistribution.FromScores(RatingScale.NetPromoter, scores.AsSpan(half));
                whole.Total.Should().Be(scores.Length);
                parts.Counts.ToArray().Should().Equal(whole.Counts.ToArray());
            }
        );

    [Test]
    public void FromScores_Bytes_AreCountedAsInts() =>
        ForAll(
            Scores,
            scores =>
            {
                int[] ints = [.. scores.Select(score => (int)score)];
                RatingDistribution fromBytes = RatingDistribution.FromScores(RatingScale.NetPromoter, scores);
                RatingDistribution fromInts = RatingDistribution.FromScores(RatingScale.NetPromoter, ints);
                fromInts.Counts.ToArray().Should().Equal(fromBytes.Counts.ToArray());
                NetPromoterBands bands = NetPromoterBands.FromScores(scores);
                bands.Promoters.Should().Be(ints.LongCount(score => score >= 9));
                bands.Detractors.Should().Be(ints.LongCount(score => score <= 6));
                bands.Total.Should().Be(scores.Length);
            }
        );

    [Test]
    public void FromScores_OneOffTheScale_IsFoundWhereverItIs() =>
        ForAll(
            Scores,
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            Gen.Choose(11, 255).ToArbitrary(),
            (scores, place, foreign) =>
            {
                if (scores.Length == 0)
                {
                    return;
                }

                int index = place % scores.Length;
                scores[index] = (byte)foreign;
                int[] ints = [.. scores.Select(score => (int)score)];
                ints[index] = foreign % 2 == 0 ? foreign : int.MinValue + foreign;
                Action bytes = () => RatingDistribution.FromScores(RatingScale.NetPromoter, scores);
                Action wide = () => RatingDistribution.FromScores(RatingScale.NetPromoter, ints);
                foreach (Action act in (Action[])[bytes, wide])
                {
                    act.Should()
                        .Throw<ArgumentOutOfRangeException>()
                        .WithParameterName(nameof(scores))
                        .WithMessage($"*the score with index {index} is not on it*");
                }
            }
        );

    private static byte[] Drawn(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(11))];
    }
}
