using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Tests.Properties;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class MeanConfidenceSequenceTests
{
    private static readonly double[] Ratings = [5, 4, 4, 3, 5, 5, 2, 4, 5, 4];

    // Quadrature of the mixture itself at 25 digits (mpmath), not through gamma functions.
    public static IEnumerable<TestCaseData> Computed()
    {
        yield return new TestCaseData(
            Enumerable.Repeat(Ratings, 4).SelectMany(ratings => ratings).ToArray(),
            1,
            5,
            0.95,
            3.2815418138257527,
            4.9184581861742473
        );
        yield return new TestCaseData(Enumerable.Repeat(5.0, 30).ToArray(), 1, 5, 0.95, 4.2400328504883853, 5.0);
        yield return new TestCaseData(
            Enumerable.Range(0, 300).Select(index => (double)(index * 7 % 11)).ToArray(),
            0,
            10,
            0.9,
            4.3295730910836888,
            5.6370935755829778
        );
    }

    [TestCaseSource(nameof(Computed))]
    public void Interval_Any_IsThatOfTheMixture(
        double[] values,
        double minimum,
        double maximum,
        double level,
        double lower,
        double upper
    )
    {
        ConfidenceInterval interval = MeanConfidenceSequence.Between(minimum, maximum).With(values).Interval(level);
        interval.Lower.Should().BeApproximately(lower, 1e-12);
        interval.Upper.Should().BeApproximately(upper, 1e-12);
        interval.Level.Should().Be(level);
        interval.Method.Should().Be("empiricalBernsteinSequence");
    }

    [Test]
    public void Interval_NoValuesOrOne_IsTheWholeRange()
    {
        MeanConfidenceSequence sequence = MeanConfidenceSequence.Between(1, 5);
        sequence.Mean.Should().BeNull();
        sequence.SampleSize.Should().Be(0);
        (sequence.Interval().Lower, sequence.Interval().Upper).Should().Be((1, 5));
        (sequence.With(4).Interval().Lower, sequence.With(4).Interval().Upper).Should().Be((1, 5));
        sequence.With(4).Mean.Should().Be(4);
    }

    [Test]
    public void With_InBatches_IsTheSameAsAtOnce()
    {
        MeanConfidenceSequence start = MeanConfidenceSequence.Between(1, 5);
        MeanConfidenceSequence atOnce = start.With(Ratings);
        MeanConfidenceSequence inBatches = start.With(5, 4, 4).With().With(3, 5, 5, 2, 4, 5, 4);
        inBatches.Should().Be(atOnce);
        inBatches.SampleSize.Should().Be(10);
        start.SampleSize.Should().Be(0);
    }

    [Test]
    public void Interval_UnitOfTheValues_FollowsIt()
    {
        double[] values = [.. Enumerable.Repeat(Ratings, 10).SelectMany(ratings => ratings)];
        ConfidenceInterval plain = MeanConfidenceSequence.Between(1, 5).With(values).Interval();
        foreach (double factor in new[] { 1e-300, 1e307 })
        {
            ConfidenceInterval scaled = MeanConfidenceSequence
                .Between(1 * factor, 5 * factor)
                .With([.. values.Select(value => value * factor)])
                .Interval();
            (scaled.Lower / factor).Should().BeApproximately(plain.Lower, 1e-12);
            (scaled.Upper / factor).Should().BeApproximately(plain.Upper, 1e-12);
        }
    }

    [Test]
    public void Interval_MillionValues_NarrowsAsTheRootOfTheirNumber()
    {
        double[] values = [.. Enumerable.Range(0, 1_000_000).Select(index => (double)(index & 1))];
        MeanConfidenceSequence sequence = MeanConfidenceSequence.Between(0, 1).With(values);
        sequence.Mean.Should().Be(0.5);
        sequence.Interval().MarginOfError.Should().BeInRange(1.96 * 0.5 / 1_000, 3 * 1.96 * 0.5 / 1_000);
    }

    [Test]
    public void Interval_Any_HoldsTheMeanAndWidensWithTheLevel() =>
        ForAll(
            SeriesGenerators.Series(),
            Generators.Levels(),
            Generators.Levels(),
            (values, one, other) =>
            {
                MeanConfidenceSequence sequence = MeanConfidenceSequence.Between(-1_000, 1_000).With(values);
                ConfidenceInterval narrow = sequence.Interval(Math.Min(one.Value, other.Value));
                ConfidenceInterval wide = sequence.Interval(Math.Max(one.Value, other.Value));
                wide.ShouldHold(narrow);
                narrow.Lower.Should().BeInRange(-1_000, sequence.Mean ?? 0);
                narrow.Upper.Should().BeInRange(sequence.Mean ?? 0, 1_000);
            }
        );

    [TestCase(0.02, 0.03, 0.05, 0.2)]
    [TestCase(0.3, 0.1, 0.1, 0.1)]
    [TestCase(0, 0.99, 0, 0)]
    public void AllLooks_Together_MissAsSeldomAsStated(double ones, double twos, double threes, double fours)
    {
        const int Runs = 300;
        double[] steps = [ones, ones + twos, ones + twos + threes, ones + twos + threes + fours];
        double mean = 5 - steps.Sum();
        RandomStreamSource random = new(20_261_124);
        int missed = 0;
        for (int run = 0; run < Runs; run++)
        {
            bool isMissed = false;
            MeanConfidenceSequence sequence = MeanConfidenceSequence.Between(1, 5);
            for (int n = 1; n <= 250; n++)
            {
                double draw = random.NextDouble();
                sequence = sequence.With(1 + steps.Count(step => draw >= step));
                ConfidenceInterval interval = sequence.Interval();
                isMissed |= mean < interval.Lower || mean > interval.Upper;
            }

            missed += isMissed ? 1 : 0;
        }

        ((double)missed / Runs).Should().BeLessThanOrEqualTo(0.05);
    }

    [Test]
    public void Sequences_Impossible_AreRefused()
    {
        (string Name, Action Act)[] calls =
        [
            ("minimum", () => MeanConfidenceSequence.Between(double.NaN, 1)),
            ("maximum", () => MeanConfidenceSequence.Between(1, 1)),
            ("maximum", () => MeanConfidenceSequence.Between(1, double.PositiveInfinity)),
            ("maximum", () => MeanConfidenceSequence.Between(-1e308, 1e308)),
            ("values", () => MeanConfidenceSequence.Between(1, 5).With(6)),
            ("values", () => MeanConfidenceSequence.Between(1, 5).With(3, double.NaN)),
            ("level", () => MeanConfidenceSequence.Between(1, 5).Interval(0)),
        ];
        foreach ((string name, Action act) in calls)
        {
            act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
        }
    }
}
