using System.Numerics;
using System.Runtime.InteropServices;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Draws rows with replacement and splits the R² they give. Holds the room it works in: one instance per thread.</summary>
/// <remarks>
/// The rows drawn are counted, and their weighted cross products are all that the decomposition needs: O(n k²) a resample, nothing copied.
/// Rows are standardized over the whole table, so that means and variances of a resample come out of the sums without loss.
/// </remarks>
internal sealed class ImportanceResample
{
    // Shares of a variance that are rounding: nothing varies, or a driver is a combination of the others.
    private const double Negligible = 1e-10;

    private readonly StandardizedRows _rows;
    private readonly Decomposition _decomposition;
    private readonly int[] _counts;
    private readonly double[] _products;
    private readonly double[] _among;
    private readonly double[] _withOutcome;
    private readonly double[] _lengths;
    private readonly double[] _elimination;

    public ImportanceResample(StandardizedRows rows, ImportanceMethod method)
    {
        int k = rows.Drivers;
        _rows = rows;
        _decomposition = new Decomposition(method, k);
        _counts = new int[rows.Rows];
        _products = new double[rows.Stride * rows.Stride];
        _among = new double[k * k];
        _withOutcome = new double[k];
        _lengths = new double[k + 1];
        _elimination = new double[k * k];
    }

    /// <summary>Writes the parts of resample number <paramref name="number"/>; false where its rows do not fit.</summary>
    public bool TryDecompose(long seed, int number, Span<double> parts)
    {
        RandomStream random = new(seed, number);
        Draw(ref random);
        AddProducts();
        if (!TryCorrelate() || !IsPositiveDefinite())
        {
            return false;
        }

        // Drivers can be collinear together without any pivot showing it; the decomposition then has no number.
        _decomposition.Fill(_among, _withOutcome, parts);
        return double.IsFinite(ColumnProducts.Dot(parts, parts));
    }

    private void Draw(ref RandomStream random)
    {
        _counts.AsSpan().Clear();
        unchecked
        {
            for (int draw = 0; draw < _counts.Length; draw++)
            {
                _counts[random.NextIndex(_counts.Length)]++;
            }
        }
    }

    private void AddProducts()
    {
        _products.AsSpan().Clear();
        for (int index = 0; index < _counts.Length; index++)
        {
            if (_counts[index] > 0)
            {
                AddProducts(_rows.Row(index), _counts[index]);
            }
        }
    }

    // The upper triangle only, in whole vectors.
    private void AddProducts(ReadOnlySpan<double> row, double weight)
    {
        ReadOnlySpan<Vector<double>> wideRow = MemoryMarshal.Cast<double, Vector<double>>(row);
        Span<Vector<double>> wideProducts = MemoryMarshal.Cast<double, Vector<double>>(_products.AsSpan());
        int width = wideRow.Length;
        for (int first = 0; first <= _rows.Drivers; first++)
        {
            double factor = weight * row[first];
            Span<Vector<double>> target = wideProducts.Slice(first * width, width);
            for (int second = first / Vector<double>.Count; second < wideRow.Length; second++)
            {
                target[second] += wideRow[second] * factor;
            }
        }
    }

    private bool TryCorrelate()
    {
        int k = _rows.Drivers;
        for (int column = 0; column <= k; column++)
        {
            double squares = Covariation(column, column);
            if (!(squares > Negligible * _products[(column * _rows.Stride) + column]))
            {
                return false;
            }

            _lengths[column] = Math.Sqrt(squares);
        }

        for (int first = 0; first < k; first++)
        {
            _among[(first * k) + first] = 1;
            for (int second = first + 1; second < k; second++)
            {
                double correlation = Covariation(first, second) / (_lengths[first] * _lengths[second]);
                _among[(first * k) + second] = correlation;
                _among[(second * k) + first] = correlation;
            }

            _withOutcome[first] = Covariation(first, k) / (_lengths[first] * _lengths[k]);
        }

        return true;
    }

    private double Covariation(int first, int second)
    {
        ReadOnlySpan<double> row = _products.AsSpan(first * _rows.Stride, _rows.Stride);
        double otherSum = _products[(second * _rows.Stride) + _rows.One];
        return row[second] - (row[_rows.One] * otherSum / _rows.Rows);
    }

    private bool IsPositiveDefinite()
    {
        int k = _rows.Drivers;
        _among.CopyTo(_elimination, 0);
        for (int pivot = 0; pivot < k; pivot++)
        {
            double diagonal = _elimination[(pivot * k) + pivot];
            if (!(diagonal > Negligible))
            {
                return false;
            }

            ReadOnlySpan<double> pivotRow = _elimination.AsSpan(pivot * k, k);
            for (int row = pivot + 1; row < k; row++)
            {
                double factor = -pivotRow[row] / diagonal;
                ColumnProducts.AddMultiple(_elimination.AsSpan(row * k, k), factor, pivotRow);
            }
        }

        return true;
    }
}
