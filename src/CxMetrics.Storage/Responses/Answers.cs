namespace CxMetrics.Storage.Responses;

/// <summary>Answers the callers of a group on the thread pool, so that the worker goes on with the next one.</summary>
/// <remarks>
/// What a caller of one fact does next is short: it writes its reply. A few of them share a work item, because handing each
/// over by itself costs as much as the reply. A caller with many facts goes on reading its stream, so it gets its own.
/// </remarks>
internal static class Answers
{
    private const int SharedBy = 16;

    public static void Give(IReadOnlyList<IPendingWork> group, Action<IPendingWork> answer)
    {
        var shared = new List<IPendingWork>(SharedBy);
        foreach (IPendingWork work in group)
        {
            if (work.Facts > 1)
            {
                Queue([work], answer);
                continue;
            }

            shared.Add(work);
            if (shared.Count == SharedBy)
            {
                Queue(shared, answer);
                shared = new List<IPendingWork>(SharedBy);
            }
        }

        Queue(shared, answer);
    }

    private static void Queue(List<IPendingWork> batches, Action<IPendingWork> answer)
    {
        if (batches.Count > 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static state => state.batches.ForEach(state.answer),
                (batches, answer),
                preferLocal: false
            );
        }
    }
}
