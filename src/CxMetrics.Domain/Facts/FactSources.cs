namespace CxMetrics.Domain.Facts;

/// <summary>Names of sources that mean something here.</summary>
public static class FactSources
{
    /// <summary>The source of a fact that names none.</summary>
    public const string Default = "api";
}
