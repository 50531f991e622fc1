using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.Survival;

/// <summary>Random samples: from none to some dozens of subjects, tied days or continuous times, with and without delayed entry.</summary>
public static class SurvivalGenerators
{
    /// <summary>Samples with or without delayed entry.</summary>
    public static Arbitrary<SurvivalSample> Samples() => Gen.OneOf(FromTheStart(), Delayed()).ToArbitrary();

    /// <summary>Samples of subjects that are all there from the start.</summary>
    public static Arbitrary<SurvivalSample> SamplesFromTheStart() => FromTheStart().ToArbitrary();

    /// <summary>Two to four samples of the same kind.</summary>
    public static Arbitrary<SurvivalSample[]> Groups() =>
        Gen.Choose(2, 4)
            .SelectMany(count => Gen.OneOf(Gen.ArrayOf(FromTheStart(), count), Gen.ArrayOf(Delayed(), count)))
            .ToArbitrary();

    /// <summary>Times to ask for, 0 and times beyond all observations included.</summary>
    public static Arbitrary<double> Times() =>
        Gen.OneOf(Gen.Choose(0, 14).Select(day => (double)day), Gen.Choose(0, 14_000).Select(x => x / 1000.0))
            .ToArbitrary();

    private static Gen<SurvivalSample> FromTheStart() =>
        from count in Counts()
        from times in Gen.ArrayOf(Time(), count)
        from events in Gen.ArrayOf(Event(), count)
        select new SurvivalSample(times, events);

    // Half of the subjects enter at 0, the others on the way.
    private static Gen<SurvivalSample> Delayed() =>
        from count in Counts()
        from times in Gen.ArrayOf(Time(), count)
        from events in Gen.ArrayOf(Event(), count)
        from shares in Gen.ArrayOf(Gen.Choose(-10, 10), count)
        select new SurvivalSample(
            [.. times.Select(time => time + 1)],
            events,
            [.. times.Zip(shares, (time, share) => Math.Floor((time + 0.999) * Math.Max(0, share) / 10))]
        );

    private static Gen<int> Counts() => Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(4, 40));

    private static Gen<double> Time() =>
        Gen.OneOf(Gen.Choose(0, 12).Select(day => (double)day), Gen.Choose(0, 12_000).Select(x => x / 1000.0));

    private static Gen<bool> Event() => Gen.Choose(0, 9).Select(x => x < 6);
}
