using CxMetrics.Domain.Facts;

namespace CxMetrics.Ingestion.Validation;

/// <summary>Everything found wrong with one fact. Reused from fact to fact.</summary>
internal sealed class FactErrors
{
    /// <summary>How many errors of one fact are named: enough to mend a sender, too few to be used against us.</summary>
    public const int Maximum = 20;

    /// <summary>The field of errors about a fact, or a body, as a whole.</summary>
    public const string WholeBody = "body";

    private readonly List<FactError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Clear() => _errors.Clear();

    public void Add(string field, string code, string message)
    {
        if (_errors.Count < Maximum)
        {
            _errors.Add(new FactError(field, code, message));
        }
    }

    public IReadOnlyList<FactError> ToList() => [.. _errors];
}
