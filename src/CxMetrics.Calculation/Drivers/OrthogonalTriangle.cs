namespace CxMetrics.Calculation.Drivers;

/// <summary>The triangle R of X = QR by Householder reflections, without Q (Golub and Van Loan, Matrix Computations, 5.2).</summary>
/// <remarks>
/// The condition of X is not squared, as forming XᵀX would. Ours because MathNet's thin QR (5.0.0) makes Q as well and was measured 8 to 19
/// times slower on a million rows of ten columns, 100 times on a thousand.
/// </remarks>
internal static class OrthogonalTriangle
{
    /// <summary>Reduces the columns in place to the triangle.</summary>
    /// <param name="numbers">The matrix, column after column; at least as many rows as columns. Overwritten.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>R, row after row; its lower part is 0.</returns>
    public static double[] Reduce(Span<double> numbers, int columns)
    {
        int rows = numbers.Length / columns;
        double[] triangle = new double[columns * columns];
        for (int pivot = 0; pivot < columns; pivot++)
        {
            Span<double> reflector = numbers.Slice((pivot * rows) + pivot, rows - pivot);
            double length = Math.Sqrt(ColumnProducts.Dot(reflector, reflector));
            double diagonal = reflector[0] > 0 ? -length : length;
            triangle[(pivot * columns) + pivot] = diagonal;

            // 2/|v|² with v = x − diagonal · e₁, whose squared length is 2 length (length + |x₁|).
            double scale = length > 0 ? 1 / (length * (length + Math.Abs(reflector[0]))) : 0;
            reflector[0] -= diagonal;
            for (int column = pivot + 1; column < columns; column++)
            {
                Span<double> target = numbers.Slice((column * rows) + pivot, rows - pivot);
                double factor = -scale * ColumnProducts.Dot(reflector, target);
                ColumnProducts.AddMultiple(target, factor, reflector);
                triangle[(pivot * columns) + column] = target[0];
            }
        }

        return triangle;
    }
}
