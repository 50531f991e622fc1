using CxMetrics.Calculation.Intervals;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class ProportionProperties
{
    private static readonly ShareIntervalMethod[] Methods = Enum.GetValues<ShareIntervalMethod>();

    [Test]
    public void FromCounts_AnyInput_HoldsTheValueWithinTheRange() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                foreach (ShareIntervalMethod method in Methods)
                {
                    Estimate share = Proportion.FromCounts(counts.Successes, counts.Trials, level.Value, method);
                    share.ShouldBeSound(0, 1, level.Value);
                }
            }
        );

    [Test]
    public void FromCounts_Always_HasAWidth() =>
        ForAll(
            Generators.ShareCounts(),
            counts =>
            {
                if (counts.Trials == 0)
                {
                    return;
                }

                foreach (ShareIntervalMethod method in Methods)
                {
                    Estimate share = Proportion.FromCounts(counts.Successes, counts.Trials, method: method);
                    share.Interval!.Value.MarginOfError.Should().BePositive();
                }
            }
        );

    [Test]
    public void FromCounts_HigherLevel_WidensTheInterval() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.Levels(),
            Generators.Levels(),
            (counts, one, other) =>
            {
                if (counts.Trials == 0)
                {
                    return;
                }

                double low = Math.Min(one.Value, other.Value);
                double high = Math.Max(one.Value, other.Value);
                foreach (ShareIntervalMethod method in Methods)
                {
                    Estimate narrow = Proportion.FromCounts(counts.Successes, counts.Trials, low, method);
                    Estimate wide = Proportion.FromCounts(counts.Successes, counts.Trials, high, method);
                    wide.Interval!.Value.ShouldHold(narrow.Interval!.Value);
                }
            }
        );

    [Test]
    public void FromCounts_OfTheComplement_TurnsTheIntervalRound() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                if (counts.Trials == 0)
                {
                    return;
                }

                foreach (ShareIntervalMethod method in Methods)
                {
                    Estimate one = Proportion.FromCounts(counts.Successes, counts.Trials, level.Value, method);
                    long failures = counts.Trials - counts.Successes;
                    Estimate other = Proportion.FromCounts(failures, counts.Trials, level.Value, method);
                    other.Interval!.Value.Lower.Should().BeApproximately(1 - one.Interval!.Value.Upper, 1e-12);
                    other.Interval.Value.Upper.Should().BeApproximately(1 - one.Interval.Value.Lower, 1e-12);
                }
            }
        );

    [Test]
    public void Intervals_OfTheSameCounts_AreOrderedByCaution() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                if (counts.Trials == 0)
                {
                    return;
                }

                ConfidenceInterval wilson = Named(
                    WilsonInterval.FromCounts(counts.Successes, counts.Trials, level.Value)
                );
                ConfidenceInterval agrestiCoull = Named(
                    AgrestiCoullInterval.FromCounts(counts.Successes, counts.Trials, level.Value)
                );
                ConfidenceInterval corrected = Named(
                    WilsonContinuityCorrectedInterval.FromCounts(counts.Successes, counts.Trials, level.Value)
                );
                ConfidenceInterval jeffreys = Named(
                    JeffreysInterval.FromCounts(counts.Successes, counts.Trials, level.Value)
                );
                ConfidenceInterval clopperPearson = Named(
                    ClopperPearsonInterval.FromCounts(counts.Successes, counts.Trials, level.Value)
                );
                agrestiCoull.ShouldHold(wilson);
                corrected.ShouldHold(wilson);
                clopperPearson.ShouldHold(jeffreys);
            }
        );

    private static ConfidenceInterval Named(IntervalLimits limits) => limits.ToInterval(0.95, "any");
}
