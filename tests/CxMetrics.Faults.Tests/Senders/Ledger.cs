namespace CxMetrics.Faults.Tests.Senders;

/// <summary>What was sent, what of it was acknowledged, and what has to be sent again.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly Queue<int> _again = [];
    private readonly HashSet<int> _acknowledged = [];
    private readonly HashSet<int> _stored = [];
    private readonly List<int> _storedTwice = [];
    private readonly int[]? _order;
    private int _most;
    private int _next;

    /// <summary>An empty ledger.</summary>
    /// <param name="most">How many facts there are to send.</param>
    public Ledger(int most = int.MaxValue) => _most = most;

    /// <summary>An empty ledger of so many facts, in an order of its own.</summary>
    public Ledger(int most, int seed)
        : this(most)
    {
        _order = [.. Enumerable.Range(0, most)];
        new Random(seed).Shuffle(_order);
    }

    /// <summary>How many different facts were sent at least once; their numbers are those below it.</summary>
    public int Sent
    {
        get
        {
            lock (_lock)
            {
                return _next;
            }
        }
    }

    public int Acknowledged
    {
        get
        {
            lock (_lock)
            {
                return _acknowledged.Count;
            }
        }
    }

    /// <summary>Facts of which more than one receipt said that they were new.</summary>
    public IReadOnlyList<int> StoredTwice
    {
        get
        {
            lock (_lock)
            {
                return [.. _storedTwice];
            }
        }
    }

    /// <summary>The next fact to send: first what is to be sent again, as senders do. Null when nothing is left.</summary>
    public int? Take()
    {
        lock (_lock)
        {
            if (_again.TryDequeue(out int number))
            {
                return number;
            }

            if (_next >= _most)
            {
                return null;
            }

            number = _next++;
            return _order?[number] ?? number;
        }
    }

    /// <summary>So many facts to send, or as many as are left.</summary>
    public int[] Take(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => Take())
                .Where(number => number is not null)
                .Select(number => number!.Value),
        ];

    /// <summary>From now on nothing is left but what has to be sent again.</summary>
    public void EndWithThese()
    {
        lock (_lock)
        {
            _most = _next;
        }
    }

    public void Acknowledge(int number, bool isNew = false)
    {
        lock (_lock)
        {
            _acknowledged.Add(number);
            if (isNew && !_stored.Add(number))
            {
                _storedTwice.Add(number);
            }
        }
    }

    /// <summary>There was no answer, or one that asks to send it again.</summary>
    public void SendAgain(IEnumerable<int> numbers)
    {
        lock (_lock)
        {
            foreach (int number in numbers)
            {
                _again.Enqueue(number);
            }
        }
    }

    /// <summary>What is acknowledged by now.</summary>
    public IReadOnlySet<int> SnapshotOfAcknowledged()
    {
        lock (_lock)
        {
            return new HashSet<int>(_acknowledged);
        }
    }
}
