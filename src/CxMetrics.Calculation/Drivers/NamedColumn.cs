namespace CxMetrics.Calculation.Drivers;

/// <summary>A named list of numbers, one per row of a table: the ratings of one touchpoint, the answers to one item.</summary>
/// <param name="Name">The name it has in results and messages; not empty, and unlike the others of its table.</param>
/// <param name="Values">One finite number per row.</param>
public readonly record struct NamedColumn(string Name, ReadOnlyMemory<double> Values);
