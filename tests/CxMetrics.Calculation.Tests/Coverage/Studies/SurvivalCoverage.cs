using System.Globalization;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Survival;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The share still there at a time: enumerated without censoring, drawn with it.</summary>
internal static class SurvivalCoverage
{
    private const int Samples = 20_000;
    private const double ShareCensored = 0.3;
    private const int Truths = 199;

    private static readonly int[] Sizes = [5, 10, 20, 50, 200];
    private static readonly double[] Shares = [0.95, 0.80, 0.50, 0.20];

    private static readonly (string Name, SurvivalIntervalMethod Method)[] Candidates =
    [
        ("**log-log, Wilson at the ends**", SurvivalIntervalMethod.LogLog),
        ("log, Wilson at the ends", SurvivalIntervalMethod.Log),
        ("plain, Wilson at the ends", SurvivalIntervalMethod.Plain),
    ];

    private static IReadOnlyList<string> Names => [.. Candidates.Select(item => item.Name)];

    public static CoverageStudy Study { get; } =
        FoldedStudy.Of(
            "survival at a time",
            "subjects",
            Names,
            from n in Sizes
            from share in Shares
            select new CoverageSetting([$"{n}", $"S {Label(share)}"], () => Figures(n, share)) { IsQuick = true }
        );

    public static CoverageStudy OverAllShares { get; } =
        new(
            "survival at a time over all shares",
            ["subjects", .. Names],
            [.. Sizes.Select(n => new CoverageRow([$"{n}"], () => CellsOverAllShares(n)) { IsQuick = n <= 20 })]
        );

    public static CoverageStudy Censored { get; } =
        FoldedStudy.Simulated(
            "survival at a time with censoring",
            "subjects",
            Names,
            from n in Sizes
            from share in Shares
            select OfCensored(n, share)
        );

    /// <summary>Competing ends: half as many leave for another reason as for the one asked about.</summary>
    public static CoverageStudy Incidence { get; } =
        FoldedStudy.Simulated(
            "incidence of one of two causes",
            "subjects",
            ["**log-log, Wilson at the ends**"],
            from n in Sizes
            from incidence in new[] { 0.05, 0.20, 0.40 }
            select OfIncidence(n, incidence)
        );

    private static string Label(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.00}");

    private static CoverageFigure[] Figures(int n, double share)
    {
        double[] probabilities = MultinomialTerms.Binomial(n, share);
        return [.. Candidates.Select(candidate => TallyOf(Limits(n, candidate.Method), probabilities, share).Figure)];
    }

    private static string[] CellsOverAllShares(int n) =>
        [
            .. Candidates.Select(candidate =>
            {
                IntervalLimits?[] limits = Limits(n, candidate.Method);
                return CoverageDistribution
                    .Of(
                        Enumerable
                            .Range(1, Truths)
                            .Select(index => (double)index / (Truths + 1))
                            .Select(share => TallyOf(limits, MultinomialTerms.Binomial(n, share), share).Coverage)
                    )
                    .ToString();
            }),
        ];

    private static CoverageTally TallyOf(IntervalLimits?[] limits, double[] probabilities, double share)
    {
        var tally = new CoverageTally();
        for (int survivors = 0; survivors < limits.Length; survivors++)
        {
            tally.Add(limits[survivors], share, probabilities[survivors]);
        }

        return tally;
    }

    /// <summary>The limits for 0 to n survivors: without censoring only their number counts.</summary>
    private static IntervalLimits?[] Limits(int n, SurvivalIntervalMethod method) =>
        [
            .. Enumerable
                .Range(0, n + 1)
                .Select(survivors =>
                {
                    double[] times = [.. Enumerable.Range(0, n).Select(subject => subject < survivors ? 2.0 : 1.0)];
                    bool[] events = [.. Enumerable.Repeat(true, n)];
                    return SurvivalCurve.FromTimes(times, events).At(1, method: method).Estimate.Limits();
                }),
        ];

    // A share of the subjects is censored at any time up to 1, each as likely as the others.
    private static SimulatedSetting OfCensored(int n, double share) =>
        new(
            [$"{n}", $"S {Label(share)}"],
            Samples,
            share,
            (random, limits) =>
            {
                double rate = -Math.Log(share);
                double[] times = new double[n];
                bool[] events = new bool[n];
                for (int subject = 0; subject < n; subject++)
                {
                    double end = random.NextDouble() < ShareCensored ? random.NextDouble() : 2;
                    double leaving = Exponential.Sample(random, rate);
                    times[subject] = Math.Min(leaving, end);
                    events[subject] = leaving <= end;
                }

                SurvivalCurve curve = SurvivalCurve.FromTimes(times, events);
                for (int method = 0; method < Candidates.Length; method++)
                {
                    limits[method] = curve.At(1, method: Candidates[method].Method).Estimate.Limits();
                }
            }
        );

    // With the rates a and a/2 the incidence of the first cause at time 1 is (1 − exp(−1.5 a))/1.5.
    private static SimulatedSetting OfIncidence(int n, double incidence) =>
        new(
            [$"{n}", $"F {Label(incidence)}"],
            Samples,
            incidence,
            (random, limits) =>
            {
                double rate = -Math.Log(1 - (1.5 * incidence)) / 1.5;
                double[] times = new double[n];
                int[] causes = new int[n];
                for (int subject = 0; subject < n; subject++)
                {
                    double end = random.NextDouble() < ShareCensored ? random.NextDouble() : 2;
                    double one = Exponential.Sample(random, rate);
                    double other = Exponential.Sample(random, rate / 2);
                    times[subject] = Math.Min(Math.Min(one, other), end);
                    causes[subject] =
                        end < Math.Min(one, other) ? 0
                        : one < other ? 1
                        : 2;
                }

                limits[0] = CumulativeIncidence.FromTimes(times, causes, 1).At(1).Estimate.Limits();
            }
        );
}
