using CxMetrics.Calculation.Comparisons;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class NetScoreDifferenceProperties
{
    private static readonly NetScoreDifferenceMethod[] Methods = Enum.GetValues<NetScoreDifferenceMethod>();

    [Test]
    public void FromCounts_AnyInput_IsSoundAndAgreesWithItsPValue() =>
        ForAll(
            Generators.NetPairs(),
            Generators.Levels(),
            (sides, level) =>
            {
                if (IsEmpty(sides))
                {
                    return;
                }

                foreach (NetScoreDifferenceMethod method in Methods)
                {
                    NetScoreDifference
                        .FromCounts(sides.First, sides.Second, level.Value, method)
                        .ShouldBeSound(2, level.Value);
                    NetPromoterDifference
                        .FromBands(Bands(sides.First), Bands(sides.Second), level.Value, method)
                        .ShouldBeSound(200, level.Value);
                }
            }
        );

    [Test]
    public void FromCounts_HigherLevel_WidensTheInterval() =>
        ForAll(
            Generators.NetPairs(),
            Generators.Levels(),
            Generators.Levels(),
            (sides, one, other) =>
            {
                if (IsEmpty(sides))
                {
                    return;
                }

                foreach (NetScoreDifferenceMethod method in Methods)
                {
                    Func<double, DifferenceEstimate> difference = level =>
                        NetScoreDifference.FromCounts(sides.First, sides.Second, level, method);
                    difference.ShouldWidenBetween(one, other);
                }
            }
        );

    [Test]
    public void FromCounts_SidesOrClassesSwapped_FlipsTheSign() =>
        ForAll(
            Generators.NetPairs(),
            Generators.Levels(),
            (sides, level) =>
            {
                if (IsEmpty(sides))
                {
                    return;
                }

                NetCounts first = Turned(sides.First);
                NetCounts second = Turned(sides.Second);
                foreach (NetScoreDifferenceMethod method in Methods)
                {
                    DifferenceEstimate difference = NetScoreDifference.FromCounts(
                        sides.First,
                        sides.Second,
                        level.Value,
                        method
                    );
                    difference.ShouldMirror(
                        NetScoreDifference.FromCounts(sides.Second, sides.First, level.Value, method)
                    );
                    difference.ShouldMirror(NetScoreDifference.FromCounts(first, second, level.Value, method));
                }
            }
        );

    [Test]
    public void FromOverlappingSamples_AnyInput_IsSoundWidensAndMirrors() =>
        ForAll(
            Generators.NetPairs(),
            Generators.TablesOfBothAnswers(),
            Generators.Levels(),
            (sides, table, level) =>
            {
                PairedNetCounts both = PairedNetCounts.FromTable(table);
                if ((sides.First + both.First).Total == 0 || (sides.Second + both.Second).Total == 0)
                {
                    return;
                }

                DifferenceEstimate difference = NetScoreDifference.FromOverlappingSamples(
                    sides.First,
                    sides.Second,
                    both,
                    level.Value
                );
                difference.ShouldBeSound(2, level.Value);
                Func<double, DifferenceEstimate> atLevel = other =>
                    NetScoreDifference.FromOverlappingSamples(sides.First, sides.Second, both, other);
                atLevel.ShouldWidenBetween(level, new Level((1 + level.Value) / 2));
                difference.ShouldMirror(
                    NetScoreDifference.FromOverlappingSamples(
                        sides.Second,
                        sides.First,
                        PairedNetCounts.FromTable(Transposed(table)),
                        level.Value
                    )
                );
                difference.ShouldMirror(
                    NetScoreDifference.FromOverlappingSamples(
                        Turned(sides.First),
                        Turned(sides.Second),
                        PairedNetCounts.FromTable(table.AsEnumerable().Reverse().ToArray()),
                        level.Value
                    )
                );
            }
        );

    [Test]
    public void FromOverlappingSamples_OfTwoClasses_IsTwiceTheDifferenceOfShares() =>
        ForAll(
            Generators.SharePairs(),
            Generators.TablesOfBothAnswers(),
            (sides, table) =>
            {
                PairedShareCounts both = new(table[8], table[6], table[2], table[0]);
                ShareCounts first = sides.First + both.First;
                ShareCounts second = sides.Second + both.Second;
                if (first.Trials == 0 || second.Trials == 0)
                {
                    return;
                }

                DifferenceEstimate shares = ShareDifference.FromOverlappingSamples(sides.First, sides.Second, both);
                DifferenceEstimate scores = NetScoreDifference.FromOverlappingSamples(
                    new(sides.First.Failures, 0, sides.First.Successes),
                    new(sides.Second.Failures, 0, sides.Second.Successes),
                    PairedNetCounts.FromTable([table[0], 0, table[2], 0, 0, 0, table[6], 0, table[8]])
                );
                shares.ShouldBeSound(1, ConfidenceLevel.Default);
                scores.Value.Should().BeApproximately(2 * shares.Value!.Value, 1e-12);
                scores.StandardError.Should().BeApproximately(2 * shares.StandardError!.Value, 1e-7);
            }
        );

    [Test]
    public void Addition_OfTables_AddsEveryCell() =>
        ForAll(
            Generators.TablesOfBothAnswers(),
            Generators.TablesOfBothAnswers(),
            (one, other) =>
                (PairedNetCounts.FromTable(one) + PairedNetCounts.FromTable(other))
                    .Should()
                    .Be(PairedNetCounts.FromTable([.. one.Zip(other, (left, right) => left + right)]))
        );

    private static long[] Transposed(long[] table) =>
        [table[0], table[3], table[6], table[1], table[4], table[7], table[2], table[5], table[8]];

    private static NetCounts Turned(NetCounts counts) => new(counts.Positive, counts.Neutral, counts.Negative);

    private static NetPromoterBands Bands(NetCounts counts) => new(counts.Negative, counts.Neutral, counts.Positive);

    private static bool IsEmpty((NetCounts First, NetCounts Second) sides) =>
        sides.First.Total == 0 || sides.Second.Total == 0;
}
