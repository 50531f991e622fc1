using CxMetrics.Calculation.Drivers;
using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.Drivers;

/// <summary>Random columns: ratings with many ties and numbers without, and tables of drivers that move together.</summary>
public static class DriverGenerators
{
    public static Arbitrary<Pairs> Pairs() =>
        (
            from count in Gen.Choose(2, 40)
            from first in Gen.ArrayOf(Number(), count)
            from second in Gen.ArrayOf(Number(), count)
            select new Pairs(first, second)
        ).ToArbitrary();

    /// <summary>Numbers of three digits, so that sums and squares of a handful are exact.</summary>
    public static Gen<double> Number() =>
        Gen.OneOf(Gen.Choose(1, 5).Select(x => (double)x), Gen.Choose(-400, 400).Select(x => x / 4.0));

    public static Arbitrary<DriverTable> Tables(int fewest = 1, int most = 5) =>
        (
            from drivers in Gen.Choose(fewest, most)
            from rows in Gen.Choose(drivers + 2, 20)
            from numbers in Gen.ArrayOf(Gen.Choose(-500, 500), (drivers + 2) * rows)
            select Table(drivers, rows, numbers)
        ).ToArbitrary();

    public static DriverTable Table(double[] outcome, params double[][] drivers) =>
        DriverTable.FromColumns(outcome, [.. drivers.Select((values, index) => new NamedColumn($"x{index}", values))]);

    public static double[][] Columns(DriverTable table) =>
        [.. Enumerable.Range(0, table.Names.Count).Select(index => table.Column(index).ToArray())];

    // Every driver has a part in common, and the outcome something of all.
    private static DriverTable Table(int drivers, int rows, int[] numbers)
    {
        double[][] columns =
        [
            .. Enumerable
                .Range(0, drivers)
                .Select(driver =>
                    Enumerable
                        .Range(0, rows)
                        .Select(row => (double)(numbers[row] + (2 * numbers[((driver + 1) * rows) + row])))
                        .ToArray()
                ),
        ];
        double[] outcome =
        [
            .. Enumerable
                .Range(0, rows)
                .Select(row => columns.Sum(column => column[row]) + (3.0 * numbers[((drivers + 1) * rows) + row])),
        ];
        return Table(outcome, columns);
    }
}
