namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>The distinct frequencies of some rows, so that gamma functions are computed once for each.</summary>
internal sealed class FrequencyTable
{
    private readonly int[] _places;

    public FrequencyTable(ReadOnlySpan<double> frequencies)
    {
        Dictionary<double, int> known = [];
        List<double> distinct = [];
        _places = new int[frequencies.Length];
        for (int row = 0; row < frequencies.Length; row++)
        {
            if (!known.TryGetValue(frequencies[row], out int place))
            {
                place = distinct.Count;
                distinct.Add(frequencies[row]);
                known.Add(frequencies[row], place);
            }

            _places[row] = place;
        }

        Frequencies = [.. distinct];
    }

    /// <summary>The distinct frequencies.</summary>
    public double[] Frequencies { get; }

    /// <summary>The weight of each distinct frequency, given the weight of each row.</summary>
    public double[] Weights(ReadOnlySpan<double> rows)
    {
        double[] weights = new double[Frequencies.Length];
        for (int row = 0; row < _places.Length; row++)
        {
            weights[_places[row]] += rows[row];
        }

        return weights;
    }
}
