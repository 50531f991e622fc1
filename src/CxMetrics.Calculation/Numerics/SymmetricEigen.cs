namespace CxMetrics.Calculation.Numerics;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations.</summary>
/// <remarks>
/// Golub and Van Loan (2013), Matrix Computations, section 8.5: to rounding after some five sweeps. Ours because a bootstrap decomposes thousands of 3 × 3 and
/// 4 × 4 matrices, for each of which MathNet (5.0.0) allocates. The workspace is reused.
/// </remarks>
internal sealed class SymmetricEigen(int size)
{
    private const int MostSweeps = 30;

    private readonly double[] _matrix = new double[size * size];
    private readonly double[] _vectors = new double[size * size];
    private readonly double[] _values = new double[size];

    /// <summary>The eigenvalues, in no order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Component <paramref name="row"/> of the eigenvector of the eigenvalue <paramref name="index"/>.</summary>
    public double Vector(int row, int index) => _vectors[(row * size) + index];

    /// <summary>Decomposes a matrix times −1, all of whose elements are finite.</summary>
    public void DecomposeNegative(ReadOnlySpan<double> matrix)
    {
        for (int index = 0; index < _matrix.Length; index++)
        {
            _matrix[index] = -matrix[index];
            _vectors[index] = index % (size + 1) == 0 ? 1 : 0;
        }

        int sweeps = 0;
        while (sweeps < MostSweeps && Sweep())
        {
            sweeps++;
        }

        for (int index = 0; index < size; index++)
        {
            _values[index] = _matrix[index * (size + 1)];
        }
    }

    // Rotates every pair once; false where nothing was left to rotate.
    private bool Sweep()
    {
        bool isRotated = false;
        for (int p = 0; p < size - 1; p++)
        {
            for (int q = p + 1; q < size; q++)
            {
                double off = Math.Abs(_matrix[(p * size) + q]);
                double scale =
                    Math.Sqrt(Math.Abs(_matrix[p * (size + 1)])) * Math.Sqrt(Math.Abs(_matrix[q * (size + 1)]));
                if (off > 1e-17 * scale)
                {
                    Rotate(p, q);
                    isRotated = true;
                }
            }
        }

        return isRotated;
    }

    private void Rotate(int p, int q)
    {
        double off = _matrix[(p * size) + q];
        double theta = (_matrix[q * (size + 1)] - _matrix[p * (size + 1)]) / (2 * off);
        double tangent = Math.CopySign(1, theta) / (Math.Abs(theta) + double.Hypot(theta, 1));
        double cosine = 1 / double.Hypot(tangent, 1);
        double sine = tangent * cosine;
        for (int k = 0; k < size; k++)
        {
            Turn(ref _matrix[(k * size) + p], ref _matrix[(k * size) + q], cosine, sine);
            Turn(ref _vectors[(k * size) + p], ref _vectors[(k * size) + q], cosine, sine);
        }

        for (int k = 0; k < size; k++)
        {
            Turn(ref _matrix[(p * size) + k], ref _matrix[(q * size) + k], cosine, sine);
        }
    }

    private static void Turn(ref double first, ref double second, double cosine, double sine) =>
        (first, second) = ((cosine * first) - (sine * second), (sine * first) + (cosine * second));
}
