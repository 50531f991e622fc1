using CxMetrics.Calculation.Comparisons;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class ShareDifferenceProperties
{
    private static readonly ShareDifferenceMethod[] Methods = Enum.GetValues<ShareDifferenceMethod>();

    [Test]
    public void FromCounts_AnyInput_IsSoundAndAgreesWithItsPValue() =>
        ForAll(
            Generators.SharePairs(),
            Generators.Levels(),
            (sides, level) =>
            {
                foreach (ShareDifferenceMethod method in Methods)
                {
                    DifferenceEstimate difference = Difference(sides.First, sides.Second, level, method);
                    difference.FirstSampleSize.Should().Be(sides.First.Trials);
                    difference.SecondSampleSize.Should().Be(sides.Second.Trials);
                    if (IsEmpty(sides))
                    {
                        difference.Value.Should().BeNull();
                        difference.Interval.Should().BeNull();
                        difference.PValue.Should().BeNull();
                        continue;
                    }

                    difference.ShouldBeSound(1, level.Value);
                }
            }
        );

    [Test]
    public void FromCounts_HigherLevel_WidensTheInterval() =>
        ForAll(
            Generators.SharePairs(),
            Generators.Levels(),
            Generators.Levels(),
            (sides, one, other) =>
            {
                if (IsEmpty(sides))
                {
                    return;
                }

                foreach (ShareDifferenceMethod method in Methods)
                {
                    Func<double, DifferenceEstimate> difference = level =>
                        ShareDifference.FromCounts(sides.First, sides.Second, level, method);
                    difference.ShouldWidenBetween(one, other);
                }
            }
        );

    [Test]
    public void FromCounts_SidesOrOutcomesSwapped_FlipsTheSign() =>
        ForAll(
            Generators.SharePairs(),
            Generators.Levels(),
            (sides, level) =>
            {
                if (IsEmpty(sides))
                {
                    return;
                }

                ShareCounts first = new(sides.First.Failures, sides.First.Trials);
                ShareCounts second = new(sides.Second.Failures, sides.Second.Trials);
                foreach (ShareDifferenceMethod method in Methods)
                {
                    DifferenceEstimate difference = Difference(sides.First, sides.Second, level, method);
                    difference.ShouldMirror(Difference(sides.Second, sides.First, level, method));
                    difference.ShouldMirror(Difference(first, second, level, method));
                }
            }
        );

    [Test]
    public void Addition_OfCounts_AddsSuccessesAndTrials() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.ShareCounts(),
            (one, other) =>
                (one + other).Should().Be(new ShareCounts(one.Successes + other.Successes, one.Trials + other.Trials))
        );

    private static DifferenceEstimate Difference(
        ShareCounts first,
        ShareCounts second,
        Level level,
        ShareDifferenceMethod method
    ) => ShareDifference.FromCounts(first, second, level.Value, method);

    private static bool IsEmpty((ShareCounts First, ShareCounts Second) sides) =>
        sides.First.Trials == 0 || sides.Second.Trials == 0;
}
