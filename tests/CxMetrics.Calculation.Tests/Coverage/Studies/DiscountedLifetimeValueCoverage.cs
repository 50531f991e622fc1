using System.Globalization;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Survival;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Discounted lifetime values of customers with a contract, at a margin of 10 ± 0.3 per period and 1 % discount.</summary>
internal static class DiscountedLifetimeValueCoverage
{
    private const int Samples = 10_000;
    private const int Payments = 12;
    private const double Margin = 10;
    private const double MarginError = 0.3;
    private const double Discount = 0.01;

    public static CoverageStudy FromRetention { get; } =
        CoverageStudy.Simulated(
            "lifetime value from one retention rate",
            ["customers", "churn"],
            ["**square-and-add on the log scale**"],
            from n in new[] { 50, 200, 1_000 }
            from churn in new[] { 0.02, 0.05, 0.10 }
            select OfRetention(n, churn)
        );

    public static CoverageStudy FromSurvival { get; } =
        CoverageStudy.Simulated(
            "lifetime value from a survival curve",
            ["customers", "hazard"],
            ["**log-odds, Greenwood**", "limits of the curve"],
            from n in new[] { 50, 200, 1_000 }
            from hazard in new[] { 0.02, 0.05, 0.20 }
            select OfSurvival(n, hazard)
        );

    private static SimulatedSetting OfRetention(int n, double churn) =>
        new(
            [Label(n), Label(churn)],
            Samples,
            Margin * (1 - churn) / (Discount + churn),
            (random, limits) =>
                limits[0] = DiscountedLifetimeValue
                    .FromRetention(
                        DrawMargin(random),
                        n,
                        Draws.Successes(random, n, churn),
                        Discount,
                        FirstPayment.AfterOnePeriod
                    )
                    .Limits()
        );

    // A fifth of the customers came late and were observed for less than all payments.
    private static SimulatedSetting OfSurvival(int n, double hazard) =>
        new(
            [Label(n), Label(hazard)],
            Samples,
            Margin
                * Enumerable
                    .Range(1, Payments)
                    .Sum(period => Math.Exp(-hazard * period) / Math.Pow(1 + Discount, period)),
            (random, limits) =>
            {
                double[] times = new double[n];
                bool[] events = new bool[n];
                for (int customer = 0; customer < n; customer++)
                {
                    double end = random.NextDouble() < 0.2 ? Payments * random.NextDouble() : Payments + 1;
                    double leaving = Exponential.Sample(random, hazard);
                    times[customer] = Math.Min(leaving, end);
                    events[customer] = leaving <= end;
                }

                SurvivalCurve curve = SurvivalCurve.FromTimes(times, events);
                Estimate[] shares = [.. Enumerable.Range(1, Payments).Select(period => curve.At(period).Estimate)];
                UncertainValue margin = DrawMargin(random);
                if (!Array.TrueForAll(shares, share => share.Interval is not null))
                {
                    return;
                }

                limits[0] = DiscountedLifetimeValue
                    .FromSurvival(
                        margin,
                        [.. shares.Select(share => share.Value!.Value)],
                        [.. shares.Select(share => share.StandardError ?? 0)],
                        n,
                        Discount,
                        FirstPayment.AfterOnePeriod
                    )
                    .Limits();
                limits[1] = DiscountedLifetimeValue
                    .FromSurvivalLimits(
                        margin,
                        [.. shares.Select(share => share.Value!.Value)],
                        [.. shares.Select(share => share.Limits()!.Value.Lower)],
                        [.. shares.Select(share => share.Limits()!.Value.Upper)],
                        n,
                        Discount,
                        FirstPayment.AfterOnePeriod
                    )
                    .Limits();
            }
        );

    private static UncertainValue DrawMargin(Random random) =>
        new(Normal.Sample(random, Margin, MarginError), MarginError);

    private static string Label(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static string Label(double rate) => rate.ToString("0.00", CultureInfo.InvariantCulture);
}
