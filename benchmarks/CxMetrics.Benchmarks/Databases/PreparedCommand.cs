using System.Data.Common;

namespace CxMetrics.Benchmarks.Databases;

/// <summary>A command that is prepared once; each run sets its parameters in place.</summary>
internal sealed class PreparedCommand : IDisposable
{
    private readonly DbCommand _command;
    private readonly DbParameter[] _parameters;

    public PreparedCommand(DbConnection connection, string sql, params ReadOnlySpan<DbParameter> parameters)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Callers pass constants.
        _command.CommandText = sql;
#pragma warning restore CA2100
        _parameters = [.. parameters];
        _command.Parameters.AddRange(_parameters);
        _command.Prepare();
    }

    /// <summary>Runs it with values in the order of the parameters.</summary>
    public void Execute(DbTransaction transaction, params ReadOnlySpan<object> values)
    {
        Bind(transaction, values);
        _command.ExecuteNonQuery();
    }

    /// <summary>Runs it likewise; the one value that it returns.</summary>
    public object ExecuteScalar(DbTransaction transaction, params ReadOnlySpan<object> values)
    {
        Bind(transaction, values);
        return _command.ExecuteScalar()!;
    }

    public void Dispose() => _command.Dispose();

    private void Bind(DbTransaction transaction, ReadOnlySpan<object> values)
    {
        _command.Transaction = transaction;
        for (int index = 0; index < values.Length; index++)
        {
            _parameters[index].Value = values[index];
        }
    }
}
