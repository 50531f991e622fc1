using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Survival;
using CxMetrics.Calculation.Tests.Properties;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Survival;

public sealed class SurvivalProperties
{
    private static readonly SurvivalIntervalMethod[] Methods = Enum.GetValues<SurvivalIntervalMethod>();
    private static readonly double[] Probabilities = [0.1, 0.25, 0.5, 0.9];

    [Test]
    public void Survival_AnySample_FallsFromOneToZeroAtMost() =>
        ForAll(
            SurvivalGenerators.Samples(),
            sample =>
            {
                double before = 1;
                foreach (double survival in sample.Curve().Survival)
                {
                    survival.Should().BeInRange(0, before);
                    before = survival;
                }
            }
        );

    [Test]
    public void At_AnySample_IsTheProductOfTheDefinition() =>
        ForAll(
            SurvivalGenerators.Samples(),
            SurvivalGenerators.Times(),
            (sample, time) =>
            {
                EstimateAtTime point = sample.Curve().At(time);
                point.AtRisk.Should().Be(sample.AtRisk(time));
                if (point.Estimate.Value is { } value)
                {
                    value.Should().BeApproximately(sample.Survival(time), 1e-13);
                }
            }
        );

    [Test]
    public void At_AnySample_HasAWidthAroundItsValue() =>
        ForAll(
            SurvivalGenerators.Samples(),
            SurvivalGenerators.Times(),
            Generators.Levels(),
            (sample, time, level) =>
            {
                SurvivalCurve curve = sample.Curve();
                foreach (SurvivalIntervalMethod method in Methods)
                {
                    Estimate estimate = curve.At(time, level.Value, method).Estimate;
                    ShouldHaveAWidth(estimate, level.Value);
                }
            }
        );

    [Test]
    public void At_HigherLevel_WidensTheInterval() =>
        ForAll(
            SurvivalGenerators.Samples(),
            SurvivalGenerators.Times(),
            Generators.Levels(),
            (sample, time, level) =>
            {
                SurvivalCurve curve = sample.Curve();
                foreach (SurvivalIntervalMethod method in Methods)
                {
                    if (curve.At(time, level.Value / 2, method).Estimate.Interval is { } narrow)
                    {
                        curve.At(time, level.Value, method).Estimate.Interval!.Value.ShouldHold(narrow);
                    }
                }
            }
        );

    [Test]
    public void Limits_AnySample_HoldTheCurve() =>
        ForAll(
            SurvivalGenerators.Samples(),
            Generators.Levels(),
            (sample, level) =>
            {
                SurvivalCurve curve = sample.Curve();
                foreach (SurvivalIntervalMethod method in Methods)
                {
                    SurvivalLimits limits = curve.Limits(level.Value, method);
                    for (int step = 0; step < limits.Count; step++)
                    {
                        if (limits[step] is { } found)
                        {
                            found.Lower.Should().BeInRange(0, curve.Survival[step] + 1e-15);
                            found.Upper.Should().BeInRange(curve.Survival[step] - 1e-15, 1);
                        }
                    }
                }
            }
        );

    [Test]
    public void FromTimes_WithoutCensoring_IsTheShareOfTheSample() =>
        ForAll(
            SurvivalGenerators.SamplesFromTheStart(),
            sample =>
            {
                SurvivalCurve curve = SurvivalCurve.FromTimes(sample.Times, [.. sample.Times.Select(_ => true)]);
                for (int step = 0; step < curve.Times.Length; step++)
                {
                    long remaining = sample.Times.LongCount(time => time > curve.Times[step]);
                    Estimate share = Proportion.FromCounts(remaining, sample.Count);
                    curve.Survival[step].Should().Be(share.Value);
                    (curve.StandardErrorAt(step) ?? 0).Should().BeApproximately(share.StandardError!.Value, 1e-13);
                }
            }
        );

    [Test]
    public void FromTimes_OneMoreCensored_LeavesTheEvents() =>
        ForAll(
            SurvivalGenerators.Samples(),
            SurvivalGenerators.Times(),
            (sample, time) =>
                EventsOf(sample.With(time + 0.5, isEvent: false).Curve()).Should().Equal(EventsOf(sample.Curve()))
        );

    [Test]
    public void FromTimes_CensoredAfterTheLastOne_RaisesTheCurve() =>
        ForAll(
            SurvivalGenerators.Samples(),
            sample =>
            {
                SurvivalCurve before = sample.Curve();
                SurvivalCurve after = sample.With(100, isEvent: false).Curve();
                for (int step = 0; step < before.Times.Length; step++)
                {
                    after.AtRisk[step].Should().Be(before.AtRisk[step] + 1);
                    after.Survival[step].Should().BeGreaterThanOrEqualTo(before.Survival[step] - 1e-15);
                }
            }
        );

    [Test]
    public void FromTimes_InAnotherOrder_IsTheSameCurve() =>
        ForAll(
            SurvivalGenerators.Samples(),
            sample =>
            {
                int[] order = [.. Enumerable.Range(0, sample.Count).OrderBy(subject => (subject * 7919) % 31)];
                SurvivalCurve one = sample.Curve();
                SurvivalCurve other = sample.Take(order).Curve();

                other.Times.ToArray().Should().Equal(one.Times.ToArray());
                other.Survival.ToArray().Should().Equal(one.Survival.ToArray());
                other.AtRisk.ToArray().Should().Equal(one.AtRisk.ToArray());
                other.Median().Should().Be(one.Median());
            }
        );

    [Test]
    public void FromTimes_AllEnteringAtZero_IsTheCurveFromTheStart() =>
        ForAll(
            SurvivalGenerators.SamplesFromTheStart(),
            SurvivalGenerators.Times(),
            (sample, time) =>
            {
                double[] later = [.. sample.Times.Select(x => x + 1)];
                SurvivalCurve plain = SurvivalCurve.FromTimes(later, sample.Events);
                SurvivalCurve entered = SurvivalCurve.FromTimes(later, sample.Events, new double[later.Length]);

                entered.Survival.ToArray().Should().Equal(plain.Survival.ToArray());
                entered.AtRisk.ToArray().Should().Equal(plain.AtRisk.ToArray());
                entered.At(time + 1).AtRisk.Should().Be(plain.At(time + 1).AtRisk);
            }
        );

    [Test]
    public void Quantiles_InAnotherUnit_AreScaled() =>
        ForAll(
            SurvivalGenerators.Samples(),
            sample =>
            {
                // A power of two changes no digit.
                SurvivalCurve one = sample.Curve();
                SurvivalCurve other = sample.ScaledBy(8).Curve();
                other.Survival.ToArray().Should().Equal(one.Survival.ToArray());
                foreach (double probability in Probabilities)
                {
                    SurvivalQuantile before = one.Quantile(probability);
                    SurvivalQuantile after = other.Quantile(probability);
                    after.Value.Should().Be(8 * before.Value);
                    after.Lower.Should().Be(8 * before.Lower);
                    after.Upper.Should().Be(8 * before.Upper);
                }

                Estimate mean = RestrictedMean.FromCurve(one, 5);
                Estimate scaled = RestrictedMean.FromCurve(other, 40);
                scaled.Value.Should().Be(8 * mean.Value);
                scaled.StandardError.Should().Be(8 * mean.StandardError);
            }
        );

    [Test]
    public void Quantile_AnySample_IsWhereTheCurveCrosses() =>
        ForAll(
            SurvivalGenerators.Samples(),
            sample =>
            {
                SurvivalCurve curve = sample.Curve();
                foreach (double probability in Probabilities)
                {
                    if (curve.Quantile(probability).Value is { } time)
                    {
                        sample.Survival(time).Should().BeLessThanOrEqualTo(1 - probability + 1e-7);
                        sample.Survival(time - 1e-9).Should().BeGreaterThanOrEqualTo(1 - probability - 1e-7);
                    }
                    else
                    {
                        sample.Survival(1e6).Should().BeGreaterThan(1 - probability);
                    }
                }
            }
        );

    [Test]
    public void Quantile_AnySample_LiesBetweenItsLimits() =>
        ForAll(
            SurvivalGenerators.Samples(),
            Generators.Levels(),
            (sample, level) =>
            {
                SurvivalCurve curve = sample.Curve();
                foreach (SurvivalIntervalMethod method in Methods)
                {
                    foreach (double probability in Probabilities)
                    {
                        SurvivalQuantile quantile = curve.Quantile(probability, level.Value, method);
                        (quantile.Lower ?? 0).Should().BeLessThanOrEqualTo(quantile.Value ?? double.MaxValue);
                        (quantile.Upper ?? double.MaxValue).Should().BeGreaterThanOrEqualTo(quantile.Value ?? 0);
                    }
                }
            }
        );

    [Test]
    public void RestrictedMean_AnySample_IsAtMostTheHorizon() =>
        ForAll(
            SurvivalGenerators.Samples(),
            SurvivalGenerators.Times(),
            Generators.Levels(),
            (sample, time, level) =>
            {
                double horizon = time + 0.25;
                Estimate mean = RestrictedMean.FromCurve(sample.Curve(), horizon, level.Value);
                if (mean.Value is not { } value)
                {
                    return;
                }

                value.Should().BeInRange(0, horizon);
                if (mean.Interval is { } interval)
                {
                    interval.Lower.Should().BeInRange(0, value);
                    interval.Upper.Should().BeInRange(value, horizon);
                    interval.MarginOfError.Should().BePositive();
                }
            }
        );

    [Test]
    public void LogRank_AnyOrderOfTheGroups_IsTheSame() =>
        ForAll(
            SurvivalGenerators.Groups(),
            groups =>
            {
                SurvivalCurve[] curves = [.. groups.Select(group => group.Curve())];
                foreach (LogRankWeighting weighting in Enum.GetValues<LogRankWeighting>())
                {
                    LogRankResult one = LogRank.FromCurves(curves, weighting);
                    LogRankResult other = LogRank.FromCurves([.. curves.AsEnumerable().Reverse()], weighting);

                    other.DegreesOfFreedom.Should().Be(one.DegreesOfFreedom);
                    other.Groups.Should().Equal(one.Groups.Reverse(), AreClose);
                    (other.ChiSquare ?? -1)
                        .Should()
                        .BeApproximately(one.ChiSquare ?? -1, 1e-9 * Math.Max(1, one.ChiSquare ?? 0));
                    (one.PValue ?? 0).Should().BeInRange(0, 1);
                }
            }
        );

    [Test]
    public void LogRank_AnyGroups_ExpectAsManyEventsAsThereAre() =>
        ForAll(
            SurvivalGenerators.Groups(),
            groups =>
            {
                SurvivalCurve[] curves = [.. groups.Select(group => group.Curve())];
                int events = curves.Sum(curve => curve.Events);

                LogRankResult test = LogRank.FromCurves(curves);
                test.Groups.Sum(group => group.Observed).Should().Be(events);
                test.Groups.Sum(group => group.Expected).Should().BeApproximately(events, 1e-12);
                LogRankResult weighted = LogRank.FromCurves(curves, LogRankWeighting.PetoPeto);
                weighted.Groups.Sum(group => group.Observed - group.Expected).Should().BeApproximately(0, 1e-12);
            }
        );

    [Test]
    public void CumulativeIncidence_OfAllCauses_AddsUpToWhatSurvivalLeaves() =>
        ForAll(
            SurvivalGenerators.Samples(),
            sample =>
            {
                CumulativeIncidence[] incidences =
                [
                    .. Enumerable.Range(1, 3).Select(cause => Incidence(sample, cause)),
                ];
                ReadOnlySpan<double> survival = incidences[0].AllCauses.Survival;
                for (int step = 0; step < survival.Length; step++)
                {
                    double sum = 0;
                    foreach (CumulativeIncidence incidence in incidences)
                    {
                        sum += incidence.Incidence[step];
                    }

                    sum.Should().BeApproximately(1 - survival[step], 1e-13);
                }
            }
        );

    [Test]
    public void CumulativeIncidence_AnySample_HasAWidthAroundItsValue() =>
        ForAll(
            SurvivalGenerators.Samples(),
            SurvivalGenerators.Times(),
            Generators.Levels(),
            (sample, time, level) =>
            {
                Estimate estimate = Incidence(sample, 2).At(time, level.Value).Estimate;
                ShouldHaveAWidth(estimate, level.Value);
            }
        );

    [Test]
    public void CumulativeIncidence_WithoutCensoring_IsTheShareOfTheSample() =>
        ForAll(
            SurvivalGenerators.SamplesFromTheStart(),
            sample =>
            {
                int[] causes = [.. Enumerable.Range(0, sample.Count).Select(subject => 1 + (subject % 3))];
                CumulativeIncidence incidence = CumulativeIncidence.FromTimes(sample.Times, causes, 2);
                for (int step = 0; step < incidence.Incidence.Length; step++)
                {
                    double time = incidence.AllCauses.Times[step];
                    long ended = causes
                        .Where((cause, subject) => cause == 2 && sample.Times[subject] <= time)
                        .LongCount();
                    Estimate share = Proportion.FromCounts(ended, sample.Count);
                    incidence.Incidence[step].Should().BeApproximately(share.Value!.Value, 1e-13);
                    incidence.StandardErrorAt(step).Should().BeApproximately(share.StandardError!.Value, 1e-7);
                    double variance = incidence.StandardErrorAt(step) * incidence.StandardErrorAt(step);
                    variance.Should().BeApproximately(share.StandardError.Value * share.StandardError.Value, 1e-15);
                }
            }
        );

    // Where nobody was observed there is no value to have one.
    private static void ShouldHaveAWidth(Estimate estimate, double level)
    {
        if (estimate.SampleSize == 0 || estimate.Value is not null)
        {
            estimate.ShouldBeSound(0, 1, level);
            estimate.Interval?.MarginOfError.Should().BePositive();
        }
    }

    private static bool AreClose(LogRankGroup one, LogRankGroup other) =>
        one.SampleSize == other.SampleSize
        && Math.Abs(one.Observed - other.Observed) < 1e-12
        && Math.Abs(one.Expected - other.Expected) < 1e-12;

    private static (double Time, int Events)[] EventsOf(SurvivalCurve curve) =>
        [
            .. Enumerable
                .Range(0, curve.Times.Length)
                .Where(step => curve.EventCounts[step] > 0)
                .Select(step => (curve.Times[step], curve.EventCounts[step])),
        ];

    // Three causes in turn for those who have their event.
    private static CumulativeIncidence Incidence(SurvivalSample sample, int cause)
    {
        int[] causes = [.. sample.Events.Select((isEvent, subject) => isEvent ? 1 + (subject % 3) : 0)];
        return sample.Entries is null
            ? CumulativeIncidence.FromTimes(sample.Times, causes, cause)
            : CumulativeIncidence.FromTimes(sample.Times, causes, cause, sample.Entries);
    }
}
