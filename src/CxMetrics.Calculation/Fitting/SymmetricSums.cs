namespace CxMetrics.Calculation.Fitting;

/// <summary>Value, gradient and the upper triangle of a Hessian in one list, so that they can be summed as one.</summary>
internal static class SymmetricSums
{
    /// <summary>Copies the sums to where a search wants them and returns the value.</summary>
    public static double Unpack(ReadOnlySpan<double> sums, Span<double> gradient, Span<double> hessian)
    {
        int size = gradient.Length;
        sums.Slice(1, size).CopyTo(gradient);
        int next = size + 1;
        for (int row = 0; row < size; row++)
        {
            for (int column = row; column < size; column++)
            {
                hessian[(row * size) + column] = sums[next];
                hessian[(column * size) + row] = sums[next];
                next++;
            }
        }

        return sums[0];
    }
}
