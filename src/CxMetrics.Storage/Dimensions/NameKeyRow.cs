namespace CxMetrics.Storage.Dimensions;

/// <summary>A name of a dimension with its key.</summary>
internal sealed class NameKeyRow
{
    public long NameKey { get; set; }
    public string Name { get; set; } = "";
}
