namespace CxMetrics.Storage.Tests;

/// <summary>A database of one test: every test owns its own, on disk as in production.</summary>
public abstract class TestDatabase : IDisposable
{
    public abstract IDictionary<string, string?> Settings { get; }

    /// <summary>Runs a statement past the store, as somebody with a console would.</summary>
    public abstract void Execute(string sql);

    public abstract long ReadNumber(string sql);

    /// <summary>An instant as a statement writes it.</summary>
    public abstract string Literal(DateTimeOffset instant);

    /// <summary>Gives every response a customer that does not exist, which the database itself would refuse.</summary>
    public abstract void BreakForeignKey();

    /// <summary>What a comment may hold here that is hard to keep: all Unicode text, on most databases.</summary>
    public virtual string HardComment => Some.HardComment;

    /// <summary>Keeps every writer out until the result is disposed of, as another process with a long transaction would.</summary>
    public abstract IDisposable LockOut();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
