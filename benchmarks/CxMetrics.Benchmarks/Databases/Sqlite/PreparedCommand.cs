using Microsoft.Data.Sqlite;

namespace CxMetrics.Benchmarks.Databases.Sqlite;

/// <summary>A command that is prepared once; each run sets its parameters in place.</summary>
internal sealed class PreparedCommand : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    public PreparedCommand(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
#pragma warning disable CA2100 // Callers pass constants.
        _command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        _parameters = new SqliteParameter[parameters.Length];
        for (int index = 0; index < parameters.Length; index++)
        {
            _parameters[index] = new SqliteParameter { ParameterName = parameters[index] };
            _command.Parameters.Add(_parameters[index]);
        }

        _command.Prepare();
    }

    /// <summary>Runs it with values in the order of the parameters' names.</summary>
    public void Execute(SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        _command.Transaction = transaction;
        for (int index = 0; index < values.Length; index++)
        {
            _parameters[index].Value = values[index];
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
