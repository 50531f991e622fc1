using CxMetrics.Calculation.Monitoring;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class RunningIntersectionTests
{
    [Test]
    public void OfLooks_Several_IsWhatTheyHaveInCommon()
    {
        ConfidenceInterval? common = RunningIntersection.OfLooks([Look(0.1, 0.6), Look(0.2, 0.7), Look(0.15, 0.5)]);
        common.Should().Be(Look(0.2, 0.5));
    }

    [Test]
    public void OfLooks_One_IsIt() => RunningIntersection.OfLooks([Look(0.1, 0.6)]).Should().Be(Look(0.1, 0.6));

    [Test]
    public void OfLooks_ShareThatMoved_HaveNothingInCommon() =>
        RunningIntersection
            .OfLooks([
                ProportionConfidenceSequence.FromCounts(450, 500),
                ProportionConfidenceSequence.FromCounts(500, 1_000),
            ])
            .Should()
            .BeNull();

    [Test]
    public void OfLooks_NoneOrMixed_AreRefused()
    {
        Action none = () => RunningIntersection.OfLooks([]);
        Action levels = () => RunningIntersection.OfLooks([Look(0, 1), Look(0, 1) with { Level = 0.9 }]);
        Action methods = () => RunningIntersection.OfLooks([Look(0, 1), Look(0, 1) with { Method = "wilson" }]);
        none.Should().Throw<ArgumentException>().WithParameterName("looks");
        levels.Should().Throw<ArgumentException>().WithParameterName("looks");
        methods.Should().Throw<ArgumentException>().WithParameterName("looks");
    }

    private static ConfidenceInterval Look(double lower, double upper) =>
        new(lower, upper, 0.95, IntervalMethodNames.RobbinsSequence);
}
