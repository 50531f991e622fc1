using System.Data.Common;
using System.Globalization;
using CxMetrics.Faults.Tests.Network;

namespace CxMetrics.Faults.Tests.Databases;

/// <summary>A database of its own on the server that the environment names.</summary>
internal sealed class SqlServerFaultDatabase : FaultDatabase
{
    /// <summary>The connection string of a server on which databases may be made.</summary>
    public const string Variable = "CXMETRICS_TEST_SQLSERVER";

    private const int DefaultPort = 1433;
    private const int MostDrops = 50;

    private static readonly TimeSpan DropPause = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxmetrics-faults-");
    private readonly string _server;
    private readonly string _name = $"cxmetrics_faults_{Guid.NewGuid():N}";

    private SqlServerFaultDatabase(string server) => _server = server;

    public override string Folder => _folder.FullName;

    public override IReadOnlyDictionary<string, string> Settings => SettingsOf(ConnectionString);

    private string ConnectionString => With(_server, ("Initial Catalog", _name));

    /// <summary>Makes the database; skips the test where there is no server.</summary>
    public static async Task<SqlServerFaultDatabase> CreateAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
        {
            Assert.Ignore($"{Variable} is not set: there is no SQL Server to try this on.");
            throw new InvalidOperationException();
        }

        var database = new SqlServerFaultDatabase(server);
        await database.ExecuteOnServerAsync("CREATE DATABASE");
        return database;
    }

    /// <summary>A proxy in front of the server, and the settings that lead through it.</summary>
    public TcpProxy StartProxy()
    {
        (string host, int port) = Endpoint();
        return new TcpProxy(host, port);
    }

    public IReadOnlyDictionary<string, string> SettingsThrough(TcpProxy proxy) =>
        SettingsOf(With(ConnectionString, ("Data Source", $"tcp:127.0.0.1,{proxy.Port}")));

    /// <summary>A connection of a rival, beside the service.</summary>
    public Task<DbConnection> OpenAsync() => OpenAsync(ConnectionString);

    /// <summary>Skips the test where the server is not the product and does something else.</summary>
    public async Task SkipOnBabelfishAsync(string what)
    {
        await using DbConnection connection = await OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT @@VERSION";
        string version = (string)(await command.ExecuteScalarAsync())!;
        if (version.Contains("Babelfish", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Ignore($"Babelfish {what}.");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        for (int attempt = 1; !await TryDropAsync(isLast: attempt == MostDrops); attempt++)
        {
            await Task.Delay(DropPause);
        }
    }

    // The sessions of a process that is gone end when the server notices.
    private async Task<bool> TryDropAsync(bool isLast)
    {
        try
        {
            await ExecuteOnServerAsync("DROP DATABASE");
            return true;
        }
        catch (DbException) when (!isLast)
        {
            return false;
        }
    }

    private static Dictionary<string, string> SettingsOf(string connectionString) =>
        new() { ["Storage:Provider"] = "SqlServer", ["Storage:ConnectionString"] = connectionString };

    private static async Task<DbConnection> OpenAsync(string connectionString)
    {
        // By name: the provider comes with the store, whose business it is.
        const string provider = "Microsoft.Data.SqlClient";
        DbProviderFactories.RegisterFactory(provider, $"{provider}.SqlClientFactory, {provider}");
        DbConnection connection = DbProviderFactories.GetFactory(provider).CreateConnection()!;
        connection.ConnectionString = With(connectionString, ("Pooling", "false"));
        await connection.OpenAsync();
        return connection;
    }

    private static string With(string connectionString, params (string Name, string Value)[] values)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach ((string name, string value) in values)
        {
            foreach (string synonym in Synonyms(name))
            {
                builder.Remove(synonym);
            }

            builder[name] = value;
        }

        return builder.ConnectionString;
    }

    private static string[] Synonyms(string name) =>
        name switch
        {
            "Initial Catalog" => ["Database"],
            "Data Source" => ["Server", "Addr", "Address", "Network Address"],
            _ => [],
        };

    private (string Host, int Port) Endpoint()
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = _server };
        string source = new[] { "Data Source", "Server", "Addr", "Address", "Network Address" }
            .Select(name => builder.TryGetValue(name, out object? value) ? (string)value : null)
            .First(value => value is not null)!;
        string[] parts = source.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        return (parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : DefaultPort);
    }

    private async Task ExecuteOnServerAsync(string statement)
    {
        // A database's name cannot be a parameter of the statement, but of one that puts it together.
        const string run = "DECLARE @sql nvarchar(400) = @statement + N' ' + QUOTENAME(@name); EXEC (@sql)";

        await using DbConnection connection = await OpenAsync(_server);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = run;
        Bind(command, "@statement", statement);
        Bind(command, "@name", _name);
        await command.ExecuteNonQueryAsync();
    }

    private static void Bind(DbCommand command, string name, string value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
