using System.Globalization;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Forecasts of the shifted beta-geometric model from six periods, where the model is right.</summary>
internal static class ShiftedBetaGeometricCoverage
{
    private const int Samples = 4_000;
    private const int Periods = 6;
    private const int Horizon = 12;
    private const double Discount = 0.1;

    // Beyond this a payment discounted at 10 % adds nothing to the digits of a double.
    private const int Forever = 400;

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "shifted beta-geometric model",
            ["customers", "α and β"],
            ["**retention in period 12**", "**S(12)**", "**discounted lifetime**", "**residual after 4 renewals**"],
            from n in new[] { 100, 500, 2_000 }
            from parameters in new[] { (0.7, 1.2), (0.5, 5.0) }
            select OfParameters(n, parameters.Item1, parameters.Item2)
        );

    private static SimulatedSetting OfParameters(int n, double alpha, double beta) =>
        new(
            [
                n.ToString("N0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{alpha} and {beta}"),
            ],
            Samples,
            0,
            (random, limits) =>
            {
                long[] survivors = new long[Periods + 1];
                survivors[0] = n;
                for (int period = 1; period <= Periods; period++)
                {
                    survivors[period] = Draws.Successes(
                        random,
                        (int)survivors[period - 1],
                        Retention(alpha, beta, period)
                    );
                }

                if (ShiftedBetaGeometric.FromSurvivors(survivors).Model is { } model)
                {
                    limits[0] = model.RetentionRate(Horizon).Limits().Less(Retention(alpha, beta, Horizon));
                    limits[1] = model.Survival(Horizon).Limits().Less(Survival(alpha, beta, Horizon));
                    limits[2] = model.DiscountedExpectedLifetime(Discount).Limits().Less(Payments(alpha, beta, 0));
                    limits[3] = model
                        .DiscountedExpectedResidualLifetime(Discount, 4)
                        .Limits()
                        .Less(Residual(alpha, beta, 4));
                }
            }
        );

    private static double Retention(double alpha, double beta, int period) =>
        (beta + period - 1) / (alpha + beta + period - 1);

    private static double Survival(double alpha, double beta, int period) =>
        Enumerable.Range(1, period).Aggregate(1.0, (share, each) => share * Retention(alpha, beta, each));

    private static double Residual(double alpha, double beta, int renewals) =>
        Payments(alpha, beta, renewals + 1) / Survival(alpha, beta, renewals);

    /// <summary>The sum of survival from a period on, discounted to that period.</summary>
    private static double Payments(double alpha, double beta, int from)
    {
        double share = Survival(alpha, beta, from);
        double sum = 0;
        for (int period = 0; period < Forever; period++)
        {
            sum += share / Math.Pow(1 + Discount, period);
            share *= Retention(alpha, beta, from + period + 1);
        }

        return sum;
    }
}
