using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class NetScoreProperties
{
    private static readonly NetScoreIntervalMethod[] Methods = Enum.GetValues<NetScoreIntervalMethod>();

    [Test]
    public void FromCounts_AnyInput_HoldsTheValueWithinTheRange() =>
        ForAll(
            Generators.NetCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                foreach (NetScoreIntervalMethod method in Methods)
                {
                    NetScore.FromCounts(counts, level.Value, method).ShouldBeSound(-1, 1, level.Value);
                }
            }
        );

    [Test]
    public void FromBands_AnyInput_HoldsTheValueWithinThePoints() =>
        ForAll(
            Generators.NetCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                NetPromoterBands bands = new(counts.Negative, counts.Neutral, counts.Positive);
                foreach (NetScoreIntervalMethod method in Methods)
                {
                    NetPromoterScore.FromBands(bands, level.Value, method).ShouldBeSound(-100, 100, level.Value);
                }
            }
        );

    [Test]
    public void FromCounts_HigherLevel_WidensTheInterval() =>
        ForAll(
            Generators.NetCounts(),
            Generators.Levels(),
            Generators.Levels(),
            (counts, one, other) =>
            {
                if (counts.Total == 0)
                {
                    return;
                }

                foreach (NetScoreIntervalMethod method in Methods)
                {
                    Estimate narrow = NetScore.FromCounts(counts, Math.Min(one.Value, other.Value), method);
                    Estimate wide = NetScore.FromCounts(counts, Math.Max(one.Value, other.Value), method);
                    wide.Interval!.Value.ShouldHold(narrow.Interval!.Value);
                }
            }
        );

    [Test]
    public void FromCounts_PositiveAndNegativeSwapped_TurnsTheIntervalRound() =>
        ForAll(
            Generators.NetCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                if (counts.Total == 0)
                {
                    return;
                }

                NetCounts swapped = new(counts.Positive, counts.Neutral, counts.Negative);
                foreach (NetScoreIntervalMethod method in Methods)
                {
                    Estimate one = NetScore.FromCounts(counts, level.Value, method);
                    Estimate other = NetScore.FromCounts(swapped, level.Value, method);
                    other.Value.Should().Be(-one.Value!.Value);
                    other.Interval!.Value.Lower.Should().BeApproximately(-one.Interval!.Value.Upper, 1e-15);
                    other.Interval.Value.Upper.Should().BeApproximately(-one.Interval.Value.Lower, 1e-15);
                }
            }
        );

    [Test]
    public void FromCounts_Tango_HasAWidthAndReachesTheEndOnlyWhenAllAgree() =>
        ForAll(
            Generators.NetCounts(),
            counts =>
            {
                if (counts.Total == 0)
                {
                    return;
                }

                ConfidenceInterval interval = NetScore.FromCounts(counts).Interval!.Value;
                interval.MarginOfError.Should().BePositive();
                (interval.Upper >= 1).Should().Be(counts.Positive == counts.Total);
                (interval.Lower <= -1).Should().Be(counts.Negative == counts.Total);
            }
        );

    [Test]
    public void Addition_OfCounts_AddsEveryClass() =>
        ForAll(
            Generators.NetCounts(),
            Generators.NetCounts(),
            (one, other) =>
                (one + other)
                    .Should()
                    .Be(
                        new NetCounts(
                            one.Negative + other.Negative,
                            one.Neutral + other.Neutral,
                            one.Positive + other.Positive
                        )
                    )
        );
}
