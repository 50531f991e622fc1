namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>Limits of which one may be missing: null is "unbounded" or "not defined".</summary>
public sealed record OpenLimits(double? Lower, double? Upper);
