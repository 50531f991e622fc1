using CxMetrics.Domain.Facts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Responses;

/// <summary>Group commit: takes what is waiting, commits it in one transaction, and only then answers each caller.</summary>
internal sealed partial class IngestWorker(
    IngestQueue queue,
    IGroupCommit groupCommit,
    IOptions<StorageOptions> options,
    ILogger<IngestWorker> logger
)
{
    private readonly int _mostFacts = options.Value.MaxGroupFacts;

    /// <summary>Works on a thread of its own, which blocks in the disk, until the queue is closed and empty.</summary>
    public Task RunAsync() =>
        Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run()
    {
        var group = new List<IPendingWork>();
        while (queue.WaitForBatch())
        {
            group.Clear();
            queue.Take(group, _mostFacts);
            if (group.Count > 0)
            {
                Commit(group);
                queue.Complete();
            }
        }

        Finish();
    }

    private void Commit(List<IPendingWork> group)
    {
        try
        {
            groupCommit.Commit(group);
            Answers.Give(group, work => work.Succeed());
        }
        catch (StorageUnavailableException failure)
        {
            Log.StorageUnavailable(logger, failure, failure.Message);
            Answers.Give(group, work => work.Fail(failure));
        }
        catch (Exception failure)
        {
            Log.GroupFailed(logger, failure, group.Count);
            CommitSingly(group, failure);
        }
    }

    // One member that nobody can store must not take its neighbours with it.
    private void CommitSingly(List<IPendingWork> group, Exception failure)
    {
        if (group.Count == 1)
        {
            Answers.Give(group, work => work.Fail(failure));
            return;
        }

        foreach (IPendingWork work in group)
        {
            Commit([work]);
        }
    }

    private void Finish()
    {
        try
        {
            groupCommit.Finish();
        }
        catch (Exception failure)
        {
            // Everything is committed; the log is copied back when the file is next opened.
            Log.FinishFailed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be stored at the moment: {Reason}")]
        public static partial void StorageUnavailable(ILogger logger, Exception failure, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "A transaction shared by {Callers} callers failed")]
        public static partial void GroupFailed(ILogger logger, Exception failure, int callers);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be tidied up at the end")]
        public static partial void FinishFailed(ILogger logger, Exception failure);
    }
}
