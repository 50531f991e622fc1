namespace CxMetrics.Calculation.Health;

/// <summary>The bands of a health score.</summary>
public enum HealthBand
{
    /// <summary>At risk.</summary>
    Red,

    /// <summary>To be watched.</summary>
    Amber,

    /// <summary>Healthy.</summary>
    Green,
}
