namespace CxMetrics.Storage.Responses;

/// <summary>Applies batches of several callers in one transaction of a dialect. Used by one thread at a time.</summary>
internal interface IGroupCommit : IDisposable
{
    /// <summary>Applies the batches in order and commits; every batch then has its outcomes.</summary>
    /// <exception cref="Domain.Facts.StorageUnavailableException">The database cannot take anything at the moment.</exception>
    /// <remarks>When it throws, nothing of the group is stored.</remarks>
    void Commit(IReadOnlyList<PendingBatch> group);

    /// <summary>Leaves the database ready to be copied or opened elsewhere.</summary>
    void Finish();
}
