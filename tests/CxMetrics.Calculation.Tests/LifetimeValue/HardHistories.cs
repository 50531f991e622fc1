using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>Customers on which fits of purchase models are known to go wrong, and what is to come of them.</summary>
public static class HardHistories
{
    private static readonly Dictionary<string, Func<CustomerHistory[]>> Sets = new(StringComparer.Ordinal)
    {
        ["one cohort of equal age"] = () => Simulation.BgNbd(new BgNbd(0.5, 4, 0.8, 2), 800, 39, 39, seed: 11),
        ["frequencies in the hundreds"] = () => Simulation.BgNbd(new BgNbd(1, 0.05, 0.5, 60), 400, 40, 40, seed: 12),
        ["frequencies in the thousands"] = () => Simulation.BgNbd(new BgNbd(1, 0.01, 2, 3000), 400, 40, 40, seed: 13),
        ["some of age 0"] = () => [.. Ordinary(), .. Repeat(60, _ => new(0, 0, 0))],
        ["some bought last at the end"] = () =>
            [.. Ordinary().Select((c, i) => i % 9 == 0 ? c with { Recency = c.Frequency == 0 ? 0 : c.Age } : c)],
        ["no customer"] = () => [],
        ["one customer"] = () => [new(3, 5, 10)],
        ["one customer without a repeat purchase"] = () => [new(0, 0, 10)],
        ["nobody bought again"] = () => Repeat(50, i => new(0, 0, 10 + (i % 7))),
        ["all of age 0"] = () => Repeat(50, _ => new(0, 0, 0)),
        ["two customers"] = () => [new(3, 5, 10), new(0, 0, 10)],
        ["a handful of customers"] = () => [new(3, 5, 10), new(0, 0, 10), new(1, 2, 9), new(0, 0, 8), new(7, 8, 10)],
        ["one of many bought again"] = () => [new(2, 3, 10), .. Repeat(99, _ => new(0, 0, 10))],
        ["all histories equal"] = () => Repeat(100, _ => new(3, 6, 10)),
        ["very dense and all active"] = () => Repeat(300, i => new(80 + (i % 40), 39 + (0.5 * (i % 2)), 40)),
        ["very short"] = () => Repeat(200, i => i % 10 == 0 ? new(1, 0.01, 0.02) : new(0, 0, 0.02)),
        ["all bought last at the end"] = () => Repeat(200, i => new(1 + (i % 6), 20 + (i % 5), 20 + (i % 5))),
        ["all bought again at once only"] = () =>
            Repeat(200, i => i % 2 == 0 ? new(0, 0, 20 + (i % 9)) : new(1 + (i % 4), 0, 20 + (i % 9))),
        ["repeat purchases at age 0"] = () => Repeat(50, i => new(1 + (i % 3), 0, 0)),
        ["one repeat purchase, then gone"] = () =>
            Repeat(300, i => i % 3 == 0 ? new(1, 2 + (i % 5), 50) : new(0, 0, 50)),
        ["regular buyers"] = () => Repeat(300, i => new(4 + (i % 2), 35 + (i % 4), 40)),
        ["a frequency of two billion"] = () => [new(int.MaxValue, 9, 10), new(1, 2, 10), new(0, 0, 10), new(3, 4, 10)],
        ["ages of all magnitudes"] = () => [new(3, 1e280, 1e290), .. Ordinary()],
    };

    public static CustomerHistory[] Of(string name) => Sets[name]();

    public static IEnumerable<string> Fitted() =>
        [
            "one cohort of equal age",
            "frequencies in the hundreds",
            "frequencies in the thousands",
            "some of age 0",
            "some bought last at the end",
            "ages of all magnitudes",
        ];

    public static IEnumerable<object[]> NotFitted() =>
        [
            ["no customer", NotFittedReason.TooFewObservations, "fewer than two"],
            ["one customer", NotFittedReason.TooFewObservations, "fewer than two"],
            ["one customer without a repeat purchase", NotFittedReason.TooFewObservations, "fewer than two"],
            ["nobody bought again", NotFittedReason.TooFewObservations, "No customer has made a repeat purchase."],
            ["all of age 0", NotFittedReason.TooFewObservations, "No customer has made a repeat purchase."],
            ["two customers", NotFittedReason.NoMaximum, "a and b grow"],
            ["a handful of customers", NotFittedReason.NoMaximum, "a and b grow"],
            ["one of many bought again", NotFittedReason.NoMaximum, "a and b grow"],
            ["all histories equal", NotFittedReason.NoMaximum, "r and alpha and a and b grow"],
            ["very dense and all active", NotFittedReason.NoMaximum, "b grows"],
            ["very short", NotFittedReason.NoMaximum, "r and alpha and a grow"],
            ["all bought last at the end", NotFittedReason.NoMaximum, "r and alpha and b grow"],
            ["all bought again at once only", NotFittedReason.NoMaximum, "alpha falls to 0"],
            ["repeat purchases at age 0", NotFittedReason.NoMaximum, "alpha falls to 0"],
            ["one repeat purchase, then gone", NotFittedReason.NoMaximum, "b falls to 0"],
            ["regular buyers", NotFittedReason.NoMaximum, "r and alpha and b grow"],
            ["a frequency of two billion", NotFittedReason.NoMaximum, "alpha falls to 0"],
        ];

    private static CustomerHistory[] Ordinary() => Simulation.BgNbd(new BgNbd(0.5, 4, 0.8, 2), 800, 20, 40, seed: 14);

    private static CustomerHistory[] Repeat(int count, Func<int, CustomerHistory> create) =>
        [.. Enumerable.Range(0, count).Select(create)];
}
