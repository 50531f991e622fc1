using CxMetrics.Calculation.Quantiles;

namespace CxMetrics.Calculation.Tests.Quantiles;

public sealed class OrderStatisticsTests
{
    private static readonly (string Name, Func<int, int, double> Value)[] Shapes =
    [
        ("random", (index, _) => new Random(index).NextDouble()),
        ("ascending", (index, _) => index),
        ("descending", (index, length) => length - index),
        ("equal", (_, _) => 1),
        ("two values", (index, _) => index % 2),
        ("organ pipe", (index, length) => Math.Min(index, length - index)),
        ("saw", (index, _) => index % 17),
    ];

    [Test]
    public void Place_AnyShape_PutsTheNumbersWhereSortingWould()
    {
        int[] indices = [0, 3, 499, 500, 512, 998, 999];
        foreach ((string name, Func<int, int, double> value) in Shapes)
        {
            double[] values = [.. Enumerable.Range(0, 1000).Select(index => value(index, 1000))];
            double[] sorted = [.. values.Order()];

            OrderStatistics.Place(values, indices);

            indices.Select(index => values[index]).Should().Equal(indices.Select(index => sorted[index]), name);
            values.Order().Should().Equal(sorted, name);
        }
    }

    // Each pivot splits off two numbers, until the rest is sorted instead.
    [Test]
    public void Place_NumbersMadeAgainstThePivot_PutsThemWhereSortingWould()
    {
        const int Length = 200_000;
        double[] values = Adversary(Length);
        double[] sorted = [.. values.Order()];
        OrderStatistics.Place(values, [Length / 2]);
        values[Length / 2].Should().Be(sorted[Length / 2]);
    }

    // Musser (1997): odd places count up from the front, even ones lie in the back.
    private static double[] Adversary(int length)
    {
        double[] values = new double[length];
        int half = length / 2;
        for (int index = 0; index < half; index++)
        {
            values[index] = index % 2 == 0 ? index + 1 : half + index + (half % 2);
            values[half + index] = 2 * (index + 1);
        }

        return values;
    }
}
