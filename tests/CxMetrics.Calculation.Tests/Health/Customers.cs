using CxMetrics.Calculation.Health;

namespace CxMetrics.Calculation.Tests.Health;

/// <summary>A definition of three components, and readings for it.</summary>
public static class Customers
{
    public static HealthDefinition Definition { get; } =
        new(
            "v1",
            [
                new("nps", 0.5, new(ScaleDirection.HigherIsBetter, new(-100, 0), new(100, 100)), Days(180)),
                new("usage", 0.3, new(ScaleDirection.HigherIsBetter, new(0, 0), new(10, 100)), Days(14)),
                new("billing", 0.2, new(ScaleDirection.LowerIsBetter, new(0, 100), new(50, 0)), Days(45)),
            ]
        );

    public static ComponentReading Nps(double value, double error, double days = 0) =>
        new("nps", value, error, Days(days));

    public static ComponentReading Usage(double value, double days = 0) => new("usage", value, 0, Days(days));

    public static ComponentReading Billing(double value, double days = 0) => new("billing", value, 0, Days(days));

    private static TimeSpan Days(double days) => TimeSpan.FromDays(days);
}
