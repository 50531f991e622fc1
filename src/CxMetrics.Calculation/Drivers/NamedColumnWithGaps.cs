namespace CxMetrics.Calculation.Drivers;

/// <summary>A named list of numbers of which some are missing.</summary>
/// <param name="Name">The name it has in results and messages; not empty, and unlike the others of its table.</param>
/// <param name="Values">One finite number per row, or null where there is none. NaN is not a way to say that.</param>
public readonly record struct NamedColumnWithGaps(string Name, ReadOnlyMemory<double?> Values);
