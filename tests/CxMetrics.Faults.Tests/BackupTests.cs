using CxMetrics.Api.Tests.Commands;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Disks;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary><c>db backup</c>, and what is restored from it.</summary>
public sealed class BackupTests
{
    [Test]
    public async Task TakenUnderLoad_HoldsWhatWasAcknowledgedBefore_AndServes()
    {
        await using var database = new SqliteFaultDatabase();
        await using ServerProcess server = await ServerProcess.StartAsync(database, ("Ingestion:BulkChunkFacts", "60"));
        var ledger = new Ledger();
        using var singles = new Crowd(server.Address, ledger);
        using var streams = new Crowd(server.Address, ledger);
        Task load = Task.WhenAll(singles.PostSinglesAsync(), streams.PostStreamsAsync());
        await server.WaitUntilAsync(() => load.IsFaulted || ledger.Acknowledged >= 2_000, "a database worth copying");
        await using var place = new SqliteFaultDatabase();
        IReadOnlySet<int> before = ledger.SnapshotOfAcknowledged();

        CommandResult result = await database.RunAsync("db", "backup", place.File);

        int during = ledger.Acknowledged - before.Count;
        ledger.EndWithThese();
        await load;
        result.ExitCode.Should().Be(0, "{0}", result);
        result.Output.Should().StartWith($"The backup is {place.File} (").And.EndWith(" bytes).");
        result.Errors.Should().BeEmpty();
        during.Should().BePositive("writers go on meanwhile");
        Directory.GetFileSystemEntries(place.Folder).Should().Equal(place.File);
        (await StoredFacts.ReadAsync(server.Client)).AssertComplete(ledger);
        await AssertRestoredAsync(place, before, ledger);
    }

    [Test]
    public async Task ToSomethingThatIsThere_IsRefused_AndLeavesItAlone()
    {
        await using SqliteFaultDatabase database = await FilledAsync();
        string taken = Path.Combine(database.Folder, "taken.db");
        await File.WriteAllTextAsync(taken, "precious");

        CommandResult result = await database.RunAsync("db", "backup", taken);

        result.ExitCode.Should().Be(1, "{0}", result);
        result.Errors.Should().Be($"There is something at {taken} already; a backup never replaces it.");
        (await File.ReadAllTextAsync(taken)).Should().Be("precious");
    }

    [Test]
    public async Task ToAFolderThatIsMissing_IsRefused()
    {
        await using SqliteFaultDatabase database = await FilledAsync();
        string file = Path.Combine(database.Folder, "missing", "copy.db");

        CommandResult result = await database.RunAsync("db", "backup", file);

        result.ExitCode.Should().Be(1, "{0}", result);
        result.Errors.Should().Be($"The folder of {file} does not exist; a backup does not make it.");
    }

    [Test]
    public async Task OfADatabaseThatIsMissing_IsRefused()
    {
        await using var database = new SqliteFaultDatabase();

        CommandResult result = await database.RunAsync("db", "backup", "copy.db");

        result.ExitCode.Should().Be(1, "{0}", result);
        result.Errors.Should().StartWith($"There is no database at {database.File}: ");
        Directory.GetFileSystemEntries(database.Folder).Should().BeEmpty();
    }

    [Test]
    public async Task ToAFullDisk_SaysSo_AndLeavesNothing()
    {
        await using SqliteFaultDatabase database = await FilledAsync();
        await using FullDisk disk = await FullDisk.MountAsync();
        disk.Fill();
        string file = Path.Combine(disk.Folder, "copy.db");

        CommandResult result = await database.RunAsync("db", "backup", file);

        result.ExitCode.Should().Be(1, "{0}", result);
        result.Errors.Should().StartWith($"The backup {file} was not made: ").And.Contain("full").And.NotContain("\n");
        Directory.GetFiles(disk.Folder).Select(Path.GetFileName).Should().Equal("filler");
    }

    private static async Task AssertRestoredAsync(SqliteFaultDatabase place, IReadOnlySet<int> before, Ledger ledger)
    {
        await place.AssertCleanAsync();
        await using ServerProcess restored = await ServerProcess.StartAsync(place);
        (await StoredFacts.ReadAsync(restored.Client)).AssertKept(before, ledger);

        // Senders send again what came after the copy was made.
        var again = new Ledger(ledger.Sent);
        using var crowd = new Crowd(restored.Address, again);
        await crowd.PostStreamsAsync();

        (await StoredFacts.ReadAsync(restored.Client)).AssertComplete(again);
        await place.AssertCleanAsync();
    }

    private static async Task<SqliteFaultDatabase> FilledAsync()
    {
        var database = new SqliteFaultDatabase();
        await File.WriteAllTextAsync(
            Path.Combine(database.Folder, "facts.ndjson"),
            Fact.Lines(Enumerable.Range(0, 500))
        );
        CommandResult import = await database.RunAsync("import", "responses", "facts.ndjson");
        import.ExitCode.Should().Be(0, "{0}", import);
        return database;
    }
}
