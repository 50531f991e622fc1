using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

/// <summary>Subjects for a survival curve; without entries all are there from the start.</summary>
public sealed record SurvivalSample(double[] Times, bool[] Events, double[]? Entries = null)
{
    public int Count => Times.Length;

    public SurvivalCurve Curve() =>
        Entries is null ? SurvivalCurve.FromTimes(Times, Events) : SurvivalCurve.FromTimes(Times, Events, Entries);

    /// <summary>The sample with one more subject, there from the start.</summary>
    public SurvivalSample With(double time, bool isEvent) =>
        new([.. Times, time], [.. Events, isEvent], Entries is null ? null : [.. Entries, 0]);

    /// <summary>The subjects with these indices.</summary>
    public SurvivalSample Take(IReadOnlyList<int> subjects) =>
        new(
            [.. subjects.Select(subject => Times[subject])],
            [.. subjects.Select(subject => Events[subject])],
            Entries is null ? null : [.. subjects.Select(subject => Entries[subject])]
        );

    /// <summary>The sample in another unit of time.</summary>
    public SurvivalSample ScaledBy(double factor) =>
        new(
            [.. Times.Select(time => time * factor)],
            Events,
            Entries is null ? null : [.. Entries.Select(entry => entry * factor)]
        );

    /// <summary>How many are at risk at a time, by the definition.</summary>
    public int AtRisk(double time) =>
        Enumerable
            .Range(0, Count)
            .Count(subject => (Entries is null || Entries[subject] < time) && time <= Times[subject]);

    /// <summary>S(t), by the definition.</summary>
    public double Survival(double time) =>
        Times
            .Where((other, subject) => Events[subject] && other <= time)
            .Distinct()
            .Order()
            .Aggregate(1.0, (product, at) => product * (1 - ((double)EventsAt(at) / AtRisk(at))));

    public override string ToString() =>
        string.Join(
            ' ',
            Times.Select((time, subject) => $"({Entries?[subject] ?? 0:R}, {time:R}{(Events[subject] ? "" : "+")}]")
        );

    private int EventsAt(double time) => Times.Where((other, subject) => Events[subject] && other.Equals(time)).Count();
}
