namespace CxMetrics.Storage.Responses;

/// <summary>What one caller wants done, on its way through the queue.</summary>
internal interface IPendingWork
{
    /// <summary>How much room it takes in the queue.</summary>
    int Facts { get; }

    /// <summary>Whether it may share a transaction with other callers' work: facts do, and nothing else is frequent enough to.</summary>
    bool IsShared { get; }

    /// <summary>Answers the caller with what the transaction has decided. Call once it has committed.</summary>
    void Succeed();

    /// <summary>Tells the caller that nothing was stored.</summary>
    void Fail(Exception failure);
}
