using CxMetrics.Api.Tests.Commands;

namespace CxMetrics.Faults.Tests.Databases;

/// <summary>A database of one test, which outlives the processes that work on it.</summary>
internal abstract class FaultDatabase : IAsyncDisposable
{
    /// <summary>The working directory of the processes.</summary>
    public abstract string Folder { get; }

    /// <summary>The settings that lead a process to this database.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>An empty database; skips the test, naming the variable, where a server is needed and none is given.</summary>
    public static async Task<FaultDatabase> CreateAsync(DatabaseKind kind) =>
        kind switch
        {
            DatabaseKind.Sqlite => new SqliteFaultDatabase(),
            DatabaseKind.SqlServer => await SqlServerFaultDatabase.CreateAsync(),
        };

    /// <summary>Runs a command of the executable on this database.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) =>
        CommandProcess.RunAsync(Folder, arguments, Settings);

    /// <summary>Asserts that a recount finds what the daily counts say, and nothing else wrong either.</summary>
    public async Task AssertCleanAsync()
    {
        CommandResult check = await RunAsync("db", "check");
        check.ExitCode.Should().Be(0, "db check should find nothing: {0}", check);
    }

    public abstract ValueTask DisposeAsync();
}
