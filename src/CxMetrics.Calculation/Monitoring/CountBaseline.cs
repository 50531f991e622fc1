namespace CxMetrics.Calculation.Monitoring;

/// <summary>What earlier periods say about a rate.</summary>
internal readonly record struct CountBaseline(long Count, double Exposure, double? Dispersion, Caveats Caveats);
