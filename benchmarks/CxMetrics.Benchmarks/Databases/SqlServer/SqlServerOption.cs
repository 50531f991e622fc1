using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Benchmarks.Databases.SqlServer;

/// <summary><c>--sqlserver</c>: a server instead of SQLite.</summary>
internal static class SqlServerOption
{
    private const string Name = "--sqlserver";
    private const string Variable = "CXMETRICS_TEST_SQLSERVER";

    public static Option<string?> Create()
    {
        var option = new Option<string?>(Name)
        {
            Description = $"Measure on this SQL Server: its connection string, by default the one in {Variable}.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        option.Validators.Add(Validate);
        return option;
    }

    /// <summary>The server that was asked for; null without the option.</summary>
    public static BenchmarkServer? FindServer(this ParseResult given, Option<string?> option) =>
        given.GetResult(option) is null ? null : new BenchmarkServer(ConnectionString(given.GetValue(option)));

    /// <summary>Whether a command was told to use a server.</summary>
    public static bool HasServer(this CommandResult given, Option<string?> option) =>
        given.GetResult(option) is not null;

    private static string ConnectionString(string? value) =>
        string.IsNullOrEmpty(value) ? Environment.GetEnvironmentVariable(Variable) ?? "" : value;

    private static void Validate(OptionResult given)
    {
        try
        {
            var settings = new SqlConnectionStringBuilder(ConnectionString(given.GetValueOrDefault<string?>()));
            if (string.IsNullOrWhiteSpace(settings.DataSource))
            {
                given.AddError($"{Name} names no server, and neither does {Variable}.");
            }
        }
        catch (ArgumentException wrong)
        {
            given.AddError($"{Name} is not a connection string: {wrong.Message}");
        }
    }
}
