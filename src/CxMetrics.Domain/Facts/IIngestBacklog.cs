namespace CxMetrics.Domain.Facts;

/// <summary>How full the queue in front of the store is: for readiness, and to tell a refused sender when to come back.</summary>
public interface IIngestBacklog
{
    /// <summary>Facts that wait for their transaction.</summary>
    int Depth { get; }

    /// <summary>Facts that may wait at most.</summary>
    int Capacity { get; }

    /// <summary>Whether facts are taken at all: false from the moment the process begins to stop.</summary>
    bool IsOpen { get; }
}
