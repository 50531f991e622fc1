using CxMetrics.Domain.Facts;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Facts that go to the store together, where each came from, and what was wrong with those read among them.</summary>
internal sealed class FactChunk<TFact>(int maximumErrors)
    where TFact : class
{
    private readonly List<TFact> _facts = [];
    private readonly List<long> _lines = [];
    private readonly List<LineError> _errors = [];

    public IReadOnlyList<TFact> Facts => _facts;

    /// <summary>The line of each fact.</summary>
    public IReadOnlyList<long> Lines => _lines;

    public IReadOnlyList<LineError> Errors => _errors;

    public bool ErrorsTruncated { get; private set; }

    /// <summary>How many facts were refused by the reader.</summary>
    public long Rejected { get; private set; }

    public void Add(TFact fact, long line)
    {
        _facts.Add(fact);
        _lines.Add(line);
    }

    public void Reject(IReadOnlyList<FactError> errors, long line)
    {
        Rejected++;
        foreach (FactError error in errors)
        {
            if (_errors.Count == maximumErrors)
            {
                ErrorsTruncated = true;
                return;
            }

            _errors.Add(new LineError(line, error.Field, error.Code, error.Message));
        }
    }

    public void Clear()
    {
        _facts.Clear();
        _lines.Clear();
        _errors.Clear();
        ErrorsTruncated = false;
        Rejected = 0;
    }
}
