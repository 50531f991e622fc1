using CxMetrics.Calculation.Fitting;

namespace CxMetrics.Calculation.Drivers;

/// <summary>A table whose columns all have mean 0 and length 1, the outcome last; column after column.</summary>
internal sealed class StandardizedTable
{
    private readonly double[] _numbers;
    private readonly StandardizedColumn[] _columns;

    private StandardizedTable(DriverTable source, double[] numbers, StandardizedColumn[] columns)
    {
        Source = source;
        _numbers = numbers;
        _columns = columns;
    }

    public DriverTable Source { get; }

    public int Rows => Source.SampleSize;

    /// <summary>The number of drivers, k; the outcome is column k.</summary>
    public int Drivers => Source.Names.Count;

    /// <summary>The numbers, which a computation that is the last to need them may overwrite.</summary>
    public double[] Numbers => _numbers;

    /// <summary>Mean and standard deviation a column had.</summary>
    public StandardizedColumn this[int column] => _columns[column];

    /// <summary>Standardizes a table of at least one row; fails where a column does not vary.</summary>
    public static FitOutcome<StandardizedTable> Of(DriverTable source)
    {
        int rows = source.SampleSize;
        double[] numbers = new double[(source.Names.Count + 1) * rows];
        StandardizedColumn[] columns = new StandardizedColumn[source.Names.Count + 1];
        for (int index = 0; index < columns.Length; index++)
        {
            if (
                StandardizedColumn.Fill(source.Column(index), numbers.AsSpan(index * rows, rows))
                is not { } standardized
            )
            {
                string name = index < source.Names.Count ? $"'{source.Names[index]}'" : "The outcome";
                return FitOutcome<StandardizedTable>.NotFitted(
                    NotFittedReason.NoVariation,
                    $"{name} has the same value in every row."
                );
            }

            columns[index] = standardized;
        }

        return FitOutcome<StandardizedTable>.Fitted(new StandardizedTable(source, numbers, columns));
    }
}
