using CxMetrics.Calculation.Drivers;

namespace CxMetrics.Calculation.Tests.Drivers;

public sealed class DriverTableTests
{
    [Test]
    public void FromColumnsWithGaps_RowsWithAGap_AreDroppedAndCounted()
    {
        DriverTable table = DriverTable.FromColumnsWithGaps(
            [1, 2, null, 4, 5],
            [new("speed", new double?[] { 3, null, 5, 6, 7 }), new("price", new double?[] { 1, 1, 2, 2, 3 })]
        );
        table.SampleSize.Should().Be(3);
        table.DroppedRows.Should().Be(2);
        table.Outcome.ToArray().Should().Equal(1, 4, 5);
        table.Column(0).ToArray().Should().Equal(3, 6, 7);
        table.Column(1).ToArray().Should().Equal(1, 2, 3);
    }

    [Test]
    public void FromColumns_WithoutGaps_KeepsEveryRow()
    {
        DriverTable table = DriverTable.FromColumns([1, 2], [new("speed", new double[] { 3, 4 })]);
        table.SampleSize.Should().Be(2);
        table.DroppedRows.Should().Be(0);
        table.Names.Should().Equal("speed");
    }

    [Test]
    public void Analysis_OfATableWithGaps_SaysHowManyRowsWent()
    {
        double?[] speed = [3, null, 5, 6, 7, 1];
        DriverTable table = DriverTable.FromColumnsWithGaps([1, 2, null, 4, 5, 2], [new("speed", speed)]);
        KeyDriverAnalysis analysis = KeyDrivers.FromTable(table, 0).Model!;
        analysis.SampleSize.Should().Be(4);
        analysis.DroppedRows.Should().Be(2);
    }

    [Test]
    public void FromColumns_ImpossibleTables_AreRefused()
    {
        double[] two = [1, 2];
        Refused(() => DriverTable.FromColumns(two, []), "*At least one driver*");
        Refused(() => DriverTable.FromColumns(two, [new(" ", two)]), "*has a name*");
        Refused(() => DriverTable.FromColumns(two, [new("a", two), new("a", two)]), "*'a'*");
        Refused(() => DriverTable.FromColumns(two, [new("a", new double[3])]), "*3 values*2 rows*");
        Refused(() => DriverTable.FromColumns(two, [new("a", new[] { 1, double.NaN })]), "*finite*");
        Refused(() => DriverTable.FromColumns([1, double.NaN], [new("a", two)]), "*finite*");
        Refused(
            () => DriverTable.FromColumnsWithGaps([1, null], [new("a", new double?[] { 1, double.NaN })]),
            "*finite*"
        );
        Refused(() => DriverTable.FromColumnsWithGaps([1, null], [new("a", new double?[1])]), "*1 values*2 rows*");
    }

    private static void Refused(Action act, string message) =>
        act.Should().Throw<ArgumentException>().WithMessage(message);
}
