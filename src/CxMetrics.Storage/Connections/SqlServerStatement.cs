namespace CxMetrics.Storage.Connections;

/// <summary>One text of T-SQL and the names of its parameters: the only thing this store sends to SQL Server.</summary>
/// <remarks>Every one is a static member or made by one, so that a test finds them all and has Microsoft's parser look at each.</remarks>
internal sealed class SqlServerStatement(string text, params string[] parameters)
{
    private readonly HashSet<string> _parameters = [.. parameters];

    public string Text { get; } = text;

    /// <summary>The names, without the @ they carry in the text.</summary>
    public IReadOnlyCollection<string> Parameters => _parameters;

    /// <summary>Whether it reads every fact, so that no limit of time fits all databases.</summary>
    public bool IsLong { get; init; }

    /// <summary>Seconds after which the client gives up; null for what the connection string says.</summary>
    public int? Timeout => IsLong ? 0 : null;

    /// <summary>Refuses parameters other than those declared: SQL Server itself would not mind one too many.</summary>
    public void Confirm(IEnumerable<string> given)
    {
        string[] names = [.. given];
        if (!_parameters.SetEquals(names))
        {
            throw new InvalidOperationException(
                $"The statement has the parameters {string.Join(", ", _parameters)}; given are {string.Join(", ", names)}."
            );
        }
    }
}
