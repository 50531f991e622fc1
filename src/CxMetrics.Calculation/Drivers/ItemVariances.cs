namespace CxMetrics.Calculation.Drivers;

/// <summary>
/// The variances of items and of their sums, each as a multiple of the largest variance of an item, so that no unit overflows.
/// </summary>
internal sealed class ItemVariances
{
    // As a share of what is added up: deviations that cancel to rounding.
    private const double Negligible = 1e-26;

    private readonly double[] _items;
    private readonly double[] _sumsWithout;

    private ItemVariances(double[] items, double[] sumsWithout)
    {
        _items = items;
        _sumsWithout = sumsWithout;
    }

    /// <summary>The variance of the sum of all items.</summary>
    public double OfSum { get; private init; }

    /// <summary>Σs²ᵢ.</summary>
    public double SumOfItems { get; private init; }

    /// <summary>The variance of the sum of all items when each has variance 1; null where one does not vary.</summary>
    public double? OfStandardizedSum { get; private init; }

    public static ItemVariances Of(IReadOnlyList<NamedColumn> items)
    {
        int rows = items[0].Values.Length;
        double[][] columns = new double[items.Count][];
        double[] deviations = new double[items.Count];
        for (int index = 0; index < columns.Length; index++)
        {
            columns[index] = new double[rows];
            deviations[index] = StandardizedColumn.Fill(items[index].Values.Span, columns[index])?.Deviation ?? 0;
        }

        double largest = deviations.Max();
        double[] scales = [.. deviations.Select(deviation => largest > 0 ? deviation / largest : 0)];
        double[] variances = [.. scales.Select(scale => scale * scale)];
        double total = variances.Sum();
        double[] sum = SumOf(columns, scales);
        return new ItemVariances(
            variances,
            [
                .. columns.Select(
                    (column, index) =>
                        WithoutRounding(ColumnProducts.SquaredDistance(sum, scales[index], column), total)
                ),
            ]
        )
        {
            OfSum = WithoutRounding(ColumnProducts.Dot(sum, sum), total),
            SumOfItems = total,
            OfStandardizedSum = deviations.Min() > 0 ? SquaredLengthOfSum(columns) : null,
        };
    }

    /// <summary>The variance of an item.</summary>
    public double OfItem(int index) => _items[index];

    /// <summary>The variance of the sum of all items but one.</summary>
    public double OfSumWithout(int index) => _sumsWithout[index];

    private static double SquaredLengthOfSum(double[][] columns)
    {
        double[] ones = new double[columns.Length];
        ones.AsSpan().Fill(1);
        double[] sum = SumOf(columns, ones);
        return WithoutRounding(ColumnProducts.Dot(sum, sum), columns.Length);
    }

    private static double[] SumOf(double[][] columns, double[] scales)
    {
        double[] sum = new double[columns[0].Length];
        for (int index = 0; index < columns.Length; index++)
        {
            ColumnProducts.AddMultiple(sum, scales[index], columns[index]);
        }

        return sum;
    }

    private static double WithoutRounding(double variance, double total) =>
        variance > Negligible * total ? variance : 0;
}
