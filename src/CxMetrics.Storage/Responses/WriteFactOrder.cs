namespace CxMetrics.Storage.Responses;

/// <summary>The order of the unique index over source and id; facts with the same stay in the order they came in.</summary>
internal sealed class WriteFactOrder : IComparer<WriteFact>
{
    public static WriteFactOrder Instance { get; } = new();

    public int Compare(WriteFact? x, WriteFact? y)
    {
        int bySource = x!.Keys.Source.CompareTo(y!.Keys.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(x.Response.Id, y.Response.Id);
    }
}
