using System.CommandLine;
using System.CommandLine.Parsing;
using CxMetrics.Benchmarks.Databases.Sqlite;
using CxMetrics.Benchmarks.Databases.SqlServer;

namespace CxMetrics.Benchmarks.Databases;

/// <summary>What to measure on, as the command line says it: SQLite, unless a server is named.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<string?> _sqlServer = SqlServerOption.Create();
    private readonly Option<bool> _keep = new("--keep")
    {
        Description = "Keep the databases that are read on the SQL Server for the next run.",
    };
    private readonly Option<DirectoryInfo?> _folder = new("--folder")
    {
        Description = "Where the SQLite files that are read are kept for the next run. Without it they are temporary.",
    };

    public void AddTo(Command command)
    {
        command.Add(_sqlServer);
        command.Add(_keep);
        command.Add(_folder);
        command.Validators.Add(Validate);
    }

    /// <summary>Where databases are made that are removed afterwards.</summary>
    public IBenchmarkDatabases Temporary(ParseResult given) =>
        given.FindServer(_sqlServer) is { } server
            ? new SqlServerBenchmarkDatabases(server, isKept: false)
            : new SqliteBenchmarkDatabases(folder: null);

    /// <summary>Where databases are made, or found, that are read.</summary>
    public IBenchmarkDatabases Read(ParseResult given) =>
        given.FindServer(_sqlServer) is { } server
            ? new SqlServerBenchmarkDatabases(server, given.GetValue(_keep))
            : new SqliteBenchmarkDatabases(given.GetValue(_folder));

    /// <summary>The command line as a report may show it: a connection string can hold a password.</summary>
    public string Describe(ParseResult given, IEnumerable<string> arguments)
    {
        string line = string.Join(' ', arguments);
        return given.GetValue(_sqlServer) is { Length: > 0 } secret
            ? line.Replace(secret, "…", StringComparison.Ordinal)
            : line;
    }

    private void Validate(CommandResult given)
    {
        bool hasServer = given.HasServer(_sqlServer);
        if (hasServer && given.GetResult(_folder) is not null)
        {
            given.AddError("--folder is for SQLite files; --keep leaves databases on the server.");
        }

        if (!hasServer && given.GetValue(_keep))
        {
            given.AddError("--keep is for --sqlserver; --folder says where SQLite files are kept.");
        }
    }
}
