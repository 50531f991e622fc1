using CxMetrics.Calculation.Health;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Health;

public sealed class HealthProperties
{
    [Test]
    public void FromReadings_AnyCustomer_AddsUp() =>
        ForAll(
            Assessments(),
            Generators.Levels(),
            (health, level) =>
            {
                HealthAssessment again = HealthScore.FromReadings(health.Definition, health.Readings, level.Value);
                again.Coverage.Should().BeInRange(0, 1);
                int listed = again.Components.Count + again.Stale.Count + again.Missing.Count;
                listed.Should().Be(health.Definition.Components.Count);
                if (again.Score.Value is not { } score)
                {
                    again.Coverage.Should().BeLessThan(0.5);
                    return;
                }

                again.Components.Sum(component => component.Contribution).Should().BeApproximately(score, 1e-12);
                again.Components.Sum(component => component.Share).Should().BeApproximately(1, 1e-12);
                BandProbabilities probabilities = again.Probabilities!.Value;
                (probabilities.Red + probabilities.Amber + probabilities.Green).Should().BeApproximately(1, 1e-14);
                Math.Min(probabilities.Red, Math.Min(probabilities.Amber, probabilities.Green))
                    .Should()
                    .BeGreaterThanOrEqualTo(0);
                if (again.Score.Interval is not null)
                {
                    again.Score.ShouldBeSound(0, 100, level.Value);
                }
            }
        );

    [Test]
    public void FromReadings_OneMoreStaleReading_ChangesNothingButTheList() =>
        ForAll(
            Assessments(),
            health =>
            {
                if (health.Missing.Count == 0)
                {
                    return;
                }

                string key = health.Missing[0];
                ComponentReading stale = new(key, 3, 1, TimeSpan.FromDays(1000));
                HealthAssessment with = HealthScore.FromReadings(health.Definition, [.. health.Readings, stale]);
                with.Score.Should().Be(health.Score);
                with.Coverage.Should().Be(health.Coverage);
                with.Probabilities.Should().Be(health.Probabilities);
                with.Components.Should().Equal(health.Components);
                with.Stale.Should().BeEquivalentTo(health.Stale.Append(key));
                with.Missing.Should().Equal(health.Missing.Skip(1));
            }
        );

    [Test]
    public void Between_AnyTwoAssessments_AddsUpToTheChange() =>
        ForAll(
            Assessments(),
            Assessments(),
            (earlier, later) =>
            {
                HealthScoreChange change = HealthScoreChange.Between(earlier, later);
                if (change.Change.Value is not { } total)
                {
                    change.DataChange.Should().BeNull();
                    return;
                }

                (change.DataChange + change.CoverageChange + change.DefinitionChange ?? 0)
                    .Should()
                    .BeApproximately(total, 1e-12);
                change
                    .Components.Sum(component => component.Points)
                    .Should()
                    .BeApproximately(change.DataChange!.Value, 1e-12);
            }
        );

    [Test]
    public void Between_TheSameDefinition_IsNoChangeOfDefinition() =>
        ForAll(
            Assessments(),
            Assessments(),
            (earlier, later) =>
            {
                ComponentReading[] readings =
                [
                    .. later.Readings.Where(reading =>
                        earlier.Definition.Components.Any(component => component.Key == reading.Key)
                    ),
                ];
                HealthAssessment moved = HealthScore.FromReadings(earlier.Definition, readings);
                (HealthScoreChange.Between(earlier, moved).DefinitionChange ?? 0).Should().Be(0);
            }
        );

    private static Arbitrary<HealthAssessment> Assessments() =>
        (
            from components in Gen.Choose(1, 5)
            from first in Gen.Choose(0, 2)
            from weights in Gen.ArrayOf(Gen.Choose(1, 9), components)
            from rising in Gen.ArrayOf(Gen.Choose(0, 1), components)
            from present in Gen.ArrayOf(Gen.Choose(0, 3), components)
            from values in Gen.ArrayOf(Gen.Choose(-20, 120), components)
            from errors in Gen.ArrayOf(Gen.Choose(0, 40), components)
            from ages in Gen.ArrayOf(Gen.Choose(0, 40), components)
            select HealthScore.FromReadings(
                new HealthDefinition(
                    "v",
                    [
                        .. weights.Select(
                            (weight, index) =>
                                new HealthComponent(
                                    $"c{first + index}",
                                    weight / 10.0,
                                    Curve(rising[index] == 1),
                                    TimeSpan.FromDays(30)
                                )
                        ),
                    ]
                ),
                [
                    .. Enumerable
                        .Range(0, components)
                        .Where(index => present[index] > 0)
                        .Select(index => new ComponentReading(
                            $"c{first + index}",
                            values[index],
                            errors[index] / 2.0,
                            TimeSpan.FromDays(ages[index])
                        )),
                ]
            )
        ).ToArbitrary();

    private static HealthCurve Curve(bool isRising) =>
        isRising
            ? new HealthCurve(ScaleDirection.HigherIsBetter, new(0, 0), new(30, 20), new(40, 90), new(100, 100))
            : new HealthCurve(ScaleDirection.LowerIsBetter, new(5, 100), new(50, 100), new(90, 0));
}
