using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Connections;

/// <summary>Opens connections to the database on its server, from the client's pool.</summary>
internal sealed class SqlServerDatabase(IOptions<StorageOptions> options)
{
    private readonly SqlServerStatement _setUpWriter = SetUpWriter(options.Value.BusyTimeout);
    private readonly SqlConnectionStringBuilder _written = Named(options.Value.ConnectionString);
    private readonly SqlConnectionStringBuilder _read = Named(
        options.Value.ReadConnectionString ?? options.Value.ConnectionString
    );

    /// <summary>The name of the database.</summary>
    public string Name => _written.InitialCatalog;

    /// <summary>The database and its server, for messages.</summary>
    public string Place => $"{_written.InitialCatalog} on {_written.DataSource}";

    /// <summary>What every writing connection is set to.</summary>
    /// <remarks>
    /// A connection from the pool keeps the isolation level of its last transaction, and errors must end a transaction whole.
    /// Who waits for a row longer than its patience is turned away, instead of trying the client's time-out again and again.
    /// </remarks>
    public static SqlServerStatement SetUpWriter(TimeSpan patience) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SET XACT_ABORT ON;
                SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
                SET LOCK_TIMEOUT {(int)patience.TotalMilliseconds};
                """
            )
        );

    /// <summary>A connection to the primary. The caller closes it.</summary>
    public SqlConnection OpenWriter()
    {
        SqlConnection connection = Open(_written);
        try
        {
            connection.Execute(_setUpWriter);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection to where reads go, which may be a secondary. The caller closes it.</summary>
    public async Task<SqlConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(_read.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection that fails at once where there is no such database: the client would otherwise try again, later.</summary>
    public SqlConnection OpenOnce() =>
        Open(new SqlConnectionStringBuilder(_written.ConnectionString) { ConnectRetryCount = 0, Pooling = false });

    /// <summary>A connection to the server's own database, for making this one. The caller closes it.</summary>
    public SqlConnection OpenServer() =>
        Open(new SqlConnectionStringBuilder(_written.ConnectionString) { InitialCatalog = "master", Pooling = false });

    /// <summary>Closes the connections that wait in the pool.</summary>
    public void Close()
    {
        ClearPool(_written);
        ClearPool(_read);
    }

    private static SqlConnection Open(SqlConnectionStringBuilder settings)
    {
        var connection = new SqlConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void ClearPool(SqlConnectionStringBuilder settings)
    {
        using var connection = new SqlConnection(settings.ConnectionString);
        SqlConnection.ClearPool(connection);
    }

    private static SqlConnectionStringBuilder Named(string connectionString)
    {
        var settings = new SqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Application Name"))
        {
            settings.ApplicationName = "CxMetrics";
        }

        return settings;
    }
}
