using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>Work that waits for its transaction, bounded by the number of facts in them.</summary>
/// <remarks>
/// A batch larger than the whole queue is let in when nothing else waits, so that no size is impossible. Callers who wait
/// for room get it in order; single facts that fit meanwhile pass them, because their senders have less patience than a stream.
/// Several workers may take from it; each takes whole batches, and a caller waits for one before sending the next. Work that
/// goes alone waits for all that was taken before it and holds back all that comes after it: an erasure finds what it follows.
/// </remarks>
internal sealed class IngestQueue(int capacity) : IIngestBacklog
{
    // Not a Lock: the workers wait on it.
    private readonly object _lock = new();
    private readonly Queue<IPendingWork> _work = [];
    private readonly LinkedList<WaitingCaller> _waiting = [];
    private int _depth;
    private int _inProgress;
    private bool _isAlone;
    private bool _isClosed;

    public int Capacity { get; } = capacity;

    public int Depth
    {
        get
        {
            lock (_lock)
            {
                return _depth;
            }
        }
    }

    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return !_isClosed;
            }
        }
    }

    /// <summary>Puts work in line. Null when it is, and its answer will come; otherwise why it is not.</summary>
    public ValueTask<AppendResult?> EnqueueAsync(
        IPendingWork work,
        WhenFull whenFull,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return ValueTask.FromResult<AppendResult?>(AppendResult.Stopping);
            }

            if (TryAdd(work))
            {
                return ValueTask.FromResult<AppendResult?>(null);
            }

            return whenFull == WhenFull.GiveUp
                ? ValueTask.FromResult<AppendResult?>(AppendResult.QueueFull)
                : new ValueTask<AppendResult?>(WaitForRoomAsync(new WaitingCaller(work), cancellationToken));
        }
    }

    /// <summary>Takes what is waiting, up to so many facts but at least one caller's; nothing when another worker was quicker.</summary>
    public void Take(List<IPendingWork> group, int mostFacts)
    {
        lock (_lock)
        {
            int facts = 0;
            while (
                CanTake()
                && _work.TryPeek(out IPendingWork? next)
                && (facts == 0 || (next.IsShared && facts + next.Facts <= mostFacts))
            )
            {
                group.Add(_work.Dequeue());
                facts += next.Facts;
                _isAlone = !next.IsShared;
            }

            _depth -= facts;
            _inProgress += group.Count > 0 ? 1 : 0;
            LetIn();
            if (_work.Count > 0)
            {
                // What was left is for the next worker, if one is idle.
                Monitor.Pulse(_lock);
            }
        }
    }

    /// <summary>Says that what a worker took is done, one way or the other.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _inProgress--;
            _isAlone = false;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Blocks a worker's thread until something is in line; false when nothing will come any more.</summary>
    public bool WaitForBatch()
    {
        lock (_lock)
        {
            while (_work.Count == 0 ? !_isClosed : !CanTake())
            {
                Monitor.Wait(_lock);
            }

            return _work.Count > 0;
        }
    }

    /// <summary>Takes nothing more. What is in line stays; who waits for room is told that the process is stopping.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (WaitingCaller caller in _waiting)
            {
                caller.Room.TrySetResult(AppendResult.Stopping);
            }

            _waiting.Clear();
            Monitor.PulseAll(_lock);
        }
    }

    // Called under the lock, which it leaves at its first await.
    private async Task<AppendResult?> WaitForRoomAsync(WaitingCaller caller, CancellationToken cancellationToken)
    {
        LinkedListNode<WaitingCaller> place = _waiting.AddLast(caller);
        await using CancellationTokenRegistration registration = cancellationToken.Register(() =>
            GiveUp(place, cancellationToken)
        );
        return await caller.Room.Task;
    }

    private void GiveUp(LinkedListNode<WaitingCaller> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (place.List is not null)
            {
                _waiting.Remove(place);
                place.Value.Room.TrySetCanceled(cancellationToken);
            }
        }
    }

    private void LetIn()
    {
        while (_waiting.First is { } first && TryAdd(first.Value.Work))
        {
            _waiting.RemoveFirst();
            first.Value.Room.TrySetResult(null);
        }
    }

    private bool CanTake() =>
        !_isAlone && (_inProgress == 0 || !_work.TryPeek(out IPendingWork? next) || next.IsShared);

    private bool TryAdd(IPendingWork work)
    {
        if (_depth > 0 && _depth + work.Facts > Capacity)
        {
            return false;
        }

        _work.Enqueue(work);
        _depth += work.Facts;
        Monitor.Pulse(_lock);
        return true;
    }

    private sealed class WaitingCaller(IPendingWork work)
    {
        public IPendingWork Work { get; } = work;

        public TaskCompletionSource<AppendResult?> Room { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
