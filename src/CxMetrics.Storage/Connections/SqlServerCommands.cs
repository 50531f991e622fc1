using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Connections;

/// <summary>Runs statements within a transaction; nothing is sent to the server past these.</summary>
internal static class SqlServerCommands
{
    public static int Execute(
        this SqlTransaction transaction,
        SqlServerStatement statement,
        SqlServerParameters? parameters = null
    ) => transaction.Connection.Execute(Define(statement, parameters, transaction));

    /// <summary>Runs a statement by itself, which commits or fails as a whole.</summary>
    public static int Execute(
        this SqlConnection connection,
        SqlServerStatement statement,
        SqlServerParameters? parameters = null
    ) => SqlMapper.Execute(connection, Define(statement, parameters, null));

    public static List<T> Query<T>(
        this SqlTransaction transaction,
        SqlServerStatement statement,
        SqlServerParameters? parameters = null
    ) => transaction.Connection.Query<T>(Define(statement, parameters, transaction)).AsList();

    public static List<T> Query<T>(
        this SqlConnection connection,
        SqlServerStatement statement,
        SqlServerParameters? parameters = null
    ) => SqlMapper.Query<T>(connection, Define(statement, parameters, null)).AsList();

    public static async Task<List<T>> QueryAsync<T>(
        this SqlTransaction transaction,
        SqlServerStatement statement,
        SqlServerParameters? parameters,
        CancellationToken cancellationToken
    ) =>
        (
            await transaction.Connection.QueryAsync<T>(Define(statement, parameters, transaction, cancellationToken))
        ).AsList();

    /// <summary>The rows one by one, for those too many to hold.</summary>
    public static IDataReader Read(
        this SqlTransaction transaction,
        SqlServerStatement statement,
        SqlServerParameters? parameters = null
    ) => transaction.Connection.ExecuteReader(Define(statement, parameters, transaction));

    public static Task<DbDataReader> ReadAsync(
        this SqlTransaction transaction,
        SqlServerStatement statement,
        SqlServerParameters parameters,
        CancellationToken cancellationToken
    ) => transaction.Connection.ExecuteReaderAsync(Define(statement, parameters, transaction, cancellationToken));

    private static CommandDefinition Define(
        SqlServerStatement statement,
        SqlServerParameters? parameters,
        SqlTransaction? transaction,
        CancellationToken cancellationToken = default
    )
    {
        statement.Confirm(parameters?.Names ?? []);
        return new CommandDefinition(
            statement.Text,
            parameters,
            transaction,
            statement.Timeout,
            CommandType.Text,
            CommandFlags.Buffered,
            cancellationToken
        );
    }
}
