namespace CxMetrics.Calculation.Drivers;

/// <summary>R² split among the drivers by one of the methods. Holds the room it works in: one instance per thread.</summary>
internal sealed class Decomposition(ImportanceMethod method, int drivers)
{
    private readonly ShapleyDecomposition? _shapley =
        method == ImportanceMethod.Shapley ? new ShapleyDecomposition(drivers) : null;

    /// <summary>
    /// Writes the part of each driver; see <see cref="RelativeWeights.Fill"/> and <see cref="ShapleyDecomposition.Fill"/>.
    /// </summary>
    public void Fill(ReadOnlySpan<double> among, ReadOnlySpan<double> withOutcome, Span<double> parts)
    {
        if (_shapley is not null)
        {
            _shapley.Fill(among, withOutcome, parts);
        }
        else
        {
            RelativeWeights.Fill(among, withOutcome, parts);
        }
    }
}
