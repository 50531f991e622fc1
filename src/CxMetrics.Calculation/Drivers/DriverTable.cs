using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>One outcome and its possible drivers, complete in every row: what a key-driver analysis is made of. Immutable.</summary>
/// <remarks>
/// A row is one unit of analysis, for example a respondent or an account. The outcome is a score, or a band as 0 and 1. Rows with a gap
/// have to go as a whole (listwise deletion); <see cref="FromColumnsWithGaps"/> does it and says how many went.
/// </remarks>
public sealed class DriverTable
{
    private readonly double[] _numbers;

    private DriverTable(string[] names, double[] numbers, int rows, int droppedRows)
    {
        Names = Array.AsReadOnly(names);
        _numbers = numbers;
        SampleSize = rows;
        DroppedRows = droppedRows;
    }

    /// <summary>The names of the drivers, in the order they were given.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The number of complete rows, n.</summary>
    public int SampleSize { get; }

    /// <summary>The number of rows that were left out because a number was missing.</summary>
    public int DroppedRows { get; }

    internal ReadOnlySpan<double> Outcome => Column(Names.Count);

    /// <summary>A table without gaps.</summary>
    /// <param name="outcome">The outcome of each row, finite.</param>
    /// <param name="drivers">The drivers, at least one.</param>
    /// <exception cref="ArgumentException">There is no driver, a name is empty or stands twice, or a driver has not one value per row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static DriverTable FromColumns(ReadOnlySpan<double> outcome, IReadOnlyList<NamedColumn> drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        string[] names = [.. drivers.Select(driver => driver.Name)];
        ThrowIfInvalid(names);
        int rows = outcome.Length;
        double[] numbers = new double[(names.Length + 1) * rows];
        for (int index = 0; index < names.Length; index++)
        {
            ReadOnlySpan<double> values = drivers[index].Values.Span;
            ColumnNames.ThrowIfNotOfLength(names[index], values.Length, rows, nameof(drivers));
            FiniteNumbers.ThrowIfNotFinite(values, nameof(drivers));
            values.CopyTo(numbers.AsSpan(index * rows, rows));
        }

        FiniteNumbers.ThrowIfNotFinite(outcome, nameof(outcome));
        outcome.CopyTo(numbers.AsSpan(names.Length * rows));
        return new DriverTable(names, numbers, rows, droppedRows: 0);
    }

    /// <summary>The complete rows of a table with gaps; the others are left out and counted in <see cref="DroppedRows"/>.</summary>
    /// <param name="outcome">The outcome of each row, finite or null.</param>
    /// <param name="drivers">The drivers, at least one.</param>
    /// <exception cref="ArgumentException">There is no driver, a name is empty or stands twice, or a driver has not one value per row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, in a dropped row too.</exception>
    public static DriverTable FromColumnsWithGaps(
        ReadOnlySpan<double?> outcome,
        IReadOnlyList<NamedColumnWithGaps> drivers
    )
    {
        ArgumentNullException.ThrowIfNull(drivers);
        string[] names = [.. drivers.Select(driver => driver.Name)];
        ThrowIfInvalid(names);
        bool[] complete = new bool[outcome.Length];
        complete.AsSpan().Fill(true);
        MarkGaps(outcome, complete, nameof(outcome));
        for (int index = 0; index < names.Length; index++)
        {
            ReadOnlySpan<double?> values = drivers[index].Values.Span;
            ColumnNames.ThrowIfNotOfLength(names[index], values.Length, outcome.Length, nameof(drivers));
            MarkGaps(values, complete, nameof(drivers));
        }

        int rows = complete.AsSpan().Count(true);
        double[] numbers = new double[(names.Length + 1) * rows];
        for (int index = 0; index < names.Length; index++)
        {
            CopyComplete(drivers[index].Values.Span, complete, numbers.AsSpan(index * rows, rows));
        }

        CopyComplete(outcome, complete, numbers.AsSpan(names.Length * rows));
        return new DriverTable(names, numbers, rows, outcome.Length - rows);
    }

    internal ReadOnlySpan<double> Column(int index) => _numbers.AsSpan(index * SampleSize, SampleSize);

    private static void ThrowIfInvalid(string[] drivers)
    {
        if (drivers.Length == 0)
        {
            throw new ArgumentException("At least one driver is needed.", nameof(drivers));
        }

        ColumnNames.ThrowIfInvalid(drivers, nameof(drivers));
    }

    private static void MarkGaps(ReadOnlySpan<double?> values, Span<bool> complete, string parameter)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is not { } value)
            {
                complete[row] = false;
            }
            else
            {
                FiniteNumbers.ThrowIfNotFinite([value], parameter);
            }
        }
    }

    private static void CopyComplete(ReadOnlySpan<double?> values, ReadOnlySpan<bool> complete, Span<double> target)
    {
        int place = 0;
        for (int row = 0; row < values.Length; row++)
        {
            if (complete[row])
            {
                target[place++] = values[row].GetValueOrDefault();
            }
        }
    }
}
