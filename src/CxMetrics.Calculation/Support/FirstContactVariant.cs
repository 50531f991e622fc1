namespace CxMetrics.Calculation.Support;

/// <summary>Which issues first contact resolution is about.</summary>
public enum FirstContactVariant
{
    /// <summary>All issues of customers.</summary>
    Gross,

    /// <summary>Without those that cannot be solved at first level.</summary>
    Net,
}
