using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>Histories at the ends of what is allowed.</summary>
public static class ExtremeCustomers
{
    public static IReadOnlyList<CustomerHistory> All { get; } =
    [
        new(0, 0, 0),
        new(0, 0, 1e300),
        new(0, 0, 1e-300),
        new(1, 0, 0, 1e-300),
        new(1, 0, 1e300, 1e300),
        new(1, 1e300, 1e300, 1),
        new(int.MaxValue, 0, 1, 1e300),
        new(int.MaxValue, 1e-300, 1e300, 1e-300),
        new(int.MaxValue, 1e300, 1e300, 5),
    ];
}
