using CxMetrics.Calculation.Resampling;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class BootstrapProperties
{
    private const int Resamples = 200;

    private static readonly BootstrapIntervalMethod[] Methods = Enum.GetValues<BootstrapIntervalMethod>();

    [Test]
    public void Mean_AnyInput_IsTheSameForASeedAndHoldsTheValue() =>
        ForAll(
            Generators.Samples(),
            Generators.Levels(),
            (values, level) =>
            {
                BootstrapDistribution one = Bootstrap.Mean(values, 5, Resamples);
                BootstrapDistribution other = Bootstrap.Mean(values, 5, Resamples);
                foreach (BootstrapIntervalMethod method in Methods)
                {
                    Estimate estimate = one.ToEstimate(level.Value, method);
                    other.ToEstimate(level.Value, method).Should().Be(estimate);
                    estimate.Value.Should().Be(Mean.FromValues(values).Value);
                    if (estimate.Interval is { } interval)
                    {
                        interval.Lower.Should().BeLessThanOrEqualTo(estimate.Value!.Value);
                        interval.Upper.Should().BeGreaterThanOrEqualTo(estimate.Value.Value);
                        double.IsFinite(interval.MarginOfError).Should().BeTrue();
                    }
                }
            }
        );

    [Test]
    public void Mean_ScaledByAPowerOfTwo_ScalesExactly() =>
        ForAll(
            Generators.Samples(),
            values =>
            {
                BootstrapDistribution one = Bootstrap.Mean(values, 5, Resamples);
                BootstrapDistribution other = Bootstrap.Mean([.. values.Select(value => 4 * value)], 5, Resamples);
                other.StandardError.Should().Be(4 * one.StandardError);
                foreach (BootstrapIntervalMethod method in Methods)
                {
                    (other.Interval(method: method)?.Lower).Should().Be(4 * one.Interval(method: method)?.Lower);
                    (other.Interval(method: method)?.Upper).Should().Be(4 * one.Interval(method: method)?.Upper);
                }
            }
        );

    [Test]
    public void Mean_Shifted_ShiftsTheIntervals() =>
        ForAll(
            Generators.SmallWholeNumbers(),
            values =>
            {
                BootstrapDistribution one = Bootstrap.Mean(values, 5, Resamples);
                BootstrapDistribution other = Bootstrap.Mean([.. values.Select(value => value + 100)], 5, Resamples);
                foreach (BootstrapIntervalMethod method in Methods)
                {
                    ConfidenceInterval? moved = other.Interval(method: method);
                    ConfidenceInterval? plain = one.Interval(method: method);
                    (moved is null).Should().Be(plain is null);
                    if (moved is { } there && plain is { } here)
                    {
                        there.Lower.Should().BeApproximately(here.Lower + 100, 1e-11);
                        there.Upper.Should().BeApproximately(here.Upper + 100, 1e-11);
                    }
                }
            }
        );

    [Test]
    public void Interval_HigherLevel_WidensTheInterval() =>
        ForAll(
            Generators.Samples(),
            Generators.Levels(),
            Generators.Levels(),
            (values, one, other) =>
            {
                BootstrapDistribution distribution = Bootstrap.Mean(values, 5, Resamples);
                foreach (BootstrapIntervalMethod method in Methods)
                {
                    ConfidenceInterval? narrow = distribution.Interval(Math.Min(one.Value, other.Value), method);
                    ConfidenceInterval? wide = distribution.Interval(Math.Max(one.Value, other.Value), method);
                    if (narrow is { } inner && wide is { } outer)
                    {
                        outer.ShouldHold(inner);
                    }
                }
            }
        );

    // Ratings are drawn by their counts, numbers one by one: other random numbers, the same distribution.
    [Test]
    public void Mean_OfADistribution_IsThatOfTheExpandedScores() =>
        ForAll(
            Generators.Distributions(),
            answers =>
            {
                if (answers.Total is 0 or > 500)
                {
                    return;
                }

                double[] scores =
                [
                    .. Enumerable
                        .Range(answers.Scale.Minimum, answers.Scale.Points)
                        .SelectMany(score => Enumerable.Repeat((double)score, (int)answers[score])),
                ];
                BootstrapDistribution counted = Bootstrap.Mean(answers, 5, 1_000);
                counted.Value.Should().BeApproximately(Mean.FromValues(scores).Value!.Value, 1e-12);
                if (Bootstrap.ExactStandardErrorOfMean(scores) is { } exact)
                {
                    counted.StandardError.Should().BeApproximately(exact, 0.3 * exact);
                }
            }
        );
}
