using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Drivers;

public sealed class CronbachAlphaTests
{
    [Test]
    public void FromItems_TwoItems_HaveNoAlphaIfDropped()
    {
        Reliability reliability = Of([1, 2, 3, 4], [1, 3, 2, 4]);

        // Variances 5/3 each, covariance 4/3: of the sum 6.
        reliability.Alpha.Value.Should().BeApproximately(2 * (1 - (10.0 / 3 / 6)), 1e-15);
        reliability.Alpha.SampleSize.Should().Be(4);
        reliability.Items.Should().OnlyContain(item => item.AlphaIfDropped == null);
    }

    [Test]
    public void FromItems_NoOneDiffers_HasNoValue()
    {
        Reliability reliability = Of([2, 2, 2], [5, 5, 5]);
        reliability.Alpha.Should().Be(Estimate.None with { SampleSize = 3 });
        reliability.StandardizedAlpha.Should().BeNull();
    }

    [Test]
    public void FromItems_ItemsThatCancel_HaveNoValue() =>
        Of([0.1, 0.2, 0.7], [-0.1, -0.2, -0.7]).Alpha.Value.Should().BeNull();

    [Test]
    public void FromItems_AConstantItem_HasNoStandardizedAlpha()
    {
        Reliability reliability = Of([1, 2, 3, 5], [2, 2, 2, 2], [1, 3, 3, 4]);
        reliability.Alpha.Value.Should().NotBeNull();
        reliability.StandardizedAlpha.Should().BeNull();
        reliability.Items[0].AlphaIfDropped.Should().BeApproximately(0, 1e-15);
    }

    [Test]
    public void FromItems_TheSameAnswersToEach_IsOneWithoutAnInterval()
    {
        Reliability reliability = Of([1, 2, 3, 5], [2, 3, 4, 6], [1, 2, 3, 5]);
        reliability.Alpha.Value.Should().BeApproximately(1, 1e-15);
        reliability.StandardizedAlpha.Should().BeApproximately(1, 1e-15);
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(6)]
    [TestCase(7)]
    public void FromItems_AnyAnswersRepeatedInEachItem_AreExactlyOneWithoutAnInterval(int items) =>
        ForAll(
            Gen.Choose(0, 1000).Select(x => x / 7.0).ArrayOf().Where(x => x.Distinct().Count() > 1).ToArbitrary(),
            answers =>
            {
                Reliability reliability = Of([.. Enumerable.Repeat(answers, items)]);
                reliability.Alpha.Value.Should().Be(1);
                reliability.Alpha.StandardError.Should().Be(0);
                reliability.Alpha.Interval.Should().BeNull();
                reliability.StandardizedAlpha.Should().Be(1);
                reliability.Items.Should().OnlyContain(item => item.AlphaIfDropped == (items > 2 ? 1 : null));
            }
        );

    [Test]
    public void FromItems_LargeOffsetsAndMagnitudes_LoseNoDigits()
    {
        double[][] items =
        [
            [1, 2, 3, 5, 4],
            [2, 2, 4, 6, 3],
            [1, 3, 3, 4, 4],
        ];
        double expected = Of(items).Alpha.Value!.Value;
        foreach (
            (double scale, double offset) in new (double, double)[] { (1, 1e12), (1e300, 0), (2.5e307, 0), (1e-300, 0) }
        )
        {
            double[][] moved = [.. items.Select(item => item.Select(x => (x * scale) + offset).ToArray())];
            Of(moved).Alpha.Value.Should().BeApproximately(expected, 1e-14);
        }
    }

    [Test]
    public void FromItems_AnyAnswers_HoldsAlphaInItsInterval() =>
        ForAll(
            (
                from items in Gen.Choose(2, 5)
                from respondents in Gen.Choose(2, 20)
                from answers in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(1, 5).Select(x => (double)x), respondents), items)
                select answers
            ).ToArbitrary(),
            Generators.Levels(),
            (answers, level) =>
            {
                Estimate alpha = CronbachAlpha.FromItems(Named(answers), level.Value).Alpha;
                if (alpha.Interval is { } interval)
                {
                    interval.Lower.Should().BeLessThanOrEqualTo(alpha.Value!.Value);
                    interval.Upper.Should().BeInRange(alpha.Value.Value, 1);
                    double.IsFinite(interval.Lower).Should().BeTrue();
                }
            }
        );

    [Test]
    public void Feldt_AlphaOfOne_HasNoWidth() =>
        FeldtInterval.FromAlpha(1, 3, 20).Should().Be(new IntervalLimits(1, 1));

    [Test]
    public void Feldt_ImpossibleArguments_AreRefused()
    {
        Action alpha = () => FeldtInterval.FromAlpha(1.1, 3, 20);
        Action items = () => FeldtInterval.FromAlpha(0.5, 1, 20);
        Action respondents = () => FeldtInterval.FromAlpha(0.5, 3, 1);
        Action level = () => FeldtInterval.FromAlpha(0.5, 3, 20, 1);
        alpha.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("alpha");
        items.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("items");
        respondents.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("respondents");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    [Test]
    public void FromItems_ImpossibleItems_AreRefused()
    {
        Refused([new("a", new double[] { 1, 2 })], "*two items*");
        Refused([new("a", new double[] { 1 }), new("b", new double[] { 1 })], "*two respondents*");
        Refused([new("a", new double[] { 1, 2 }), new("b", new double[] { 1 })], "*'b'*");
        Refused([new("a", new double[] { 1, 2 }), new("a", new double[] { 1, 2 })], "*'a'*");
        Refused([new("a", new double[] { 1, 2 }), new("b", new[] { 1, double.NaN })], "*finite*");
    }

    private static void Refused(NamedColumn[] items, string message)
    {
        Action act = () => CronbachAlpha.FromItems(items);
        act.Should().Throw<ArgumentException>().WithParameterName(nameof(items)).WithMessage(message);
    }

    private static Reliability Of(params double[][] items) => CronbachAlpha.FromItems(Named(items));

    private static NamedColumn[] Named(double[][] items) =>
        [.. items.Select((values, index) => new NamedColumn($"q{index}", values))];
}
