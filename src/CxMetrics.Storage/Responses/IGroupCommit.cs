namespace CxMetrics.Storage.Responses;

/// <summary>Applies the work of several callers in one transaction of a dialect. Used by one thread at a time.</summary>
internal interface IGroupCommit : IDisposable
{
    /// <summary>Applies the work in order and commits; each piece then has its outcome.</summary>
    /// <exception cref="Domain.Facts.StorageUnavailableException">The database cannot take anything at the moment.</exception>
    /// <remarks>When it throws, nothing of the group is stored.</remarks>
    void Commit(IReadOnlyList<IPendingWork> group);

    /// <summary>Leaves the database ready to be copied or opened elsewhere.</summary>
    void Finish();
}
