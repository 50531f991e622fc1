namespace CxMetrics.Storage;

/// <summary>The errors of SQL Server that mean: a row with this key is there already.</summary>
internal static class DuplicateKey
{
    /// <summary>Of a unique constraint, and of a unique index.</summary>
    public static bool Is(int errorNumber) => errorNumber is 2627 or 2601;
}
