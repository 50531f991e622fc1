using System.Data.Common;
using System.Net;
using CxMetrics.Api.Tests.Commands;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Network;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>What can happen between the service and a database on another machine.</summary>
public sealed class SqlServerFaultTests
{
    private const int Facts = 3_000;

    [Test]
    public async Task ConnectionsCutBetweenCommitAndAnswer_CountOnce()
    {
        await using SqlServerFaultDatabase database = await SqlServerFaultDatabase.CreateAsync();
        await using TcpProxy proxy = database.StartProxy();
        await using ServerProcess server = await StartAsync(database, proxy);
        var ledger = new Ledger(Facts);
        using var crowd = new Crowd(server.Address, ledger);
        proxy.DropEvery(40);

        await crowd.PostSinglesAsync();

        proxy.DropEvery(0);
        proxy.AnswersDropped.Should().BePositive();
        await AssertCompleteAsync(database, server, ledger);
    }

    [Test]
    public async Task ServerGoneForAWhile_SendersAreTurnedAway_AndAllIsWellOnceItIsBack()
    {
        await using SqlServerFaultDatabase database = await SqlServerFaultDatabase.CreateAsync();
        await using TcpProxy proxy = database.StartProxy();
        await using ServerProcess server = await StartAsync(database, proxy);
        await using var probe = new LiveProbe(server.Address);
        var ledger = new Ledger();
        using var crowd = new Crowd(server.Address, ledger);
        Task load = crowd.PostSinglesAsync();
        await server.WaitUntilAsync(() => load.IsFaulted || ledger.Acknowledged >= 300, "some acknowledgements");

        proxy.Refuse();

        await server.WaitUntilAsync(() => load.IsFaulted || crowd.TurnedAway >= 64, "senders that are turned away");
        using HttpResponseMessage ready = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, "the database does not answer");
        proxy.Allow();
        int target = ledger.Acknowledged + 300;
        await server.WaitUntilAsync(() => load.IsFaulted || ledger.Acknowledged >= target, "acknowledgements again");
        ledger.EndWithThese();
        await load;
        await probe.AssertGreenAsync();
        await AssertCompleteAsync(database, server, ledger);
    }

    [Test]
    public async Task DeadlockVictims_AreTriedAgain()
    {
        const string early =
            "UPDATE DailyCounts SET Score0 = Score0 WHERE Level = (SELECT MIN(Level) FROM DailyCounts)";
        const string late = "UPDATE DailyCounts SET Score0 = Score0 WHERE Level = (SELECT MAX(Level) FROM DailyCounts)";

        await using SqlServerFaultDatabase database = await SqlServerFaultDatabase.CreateAsync();
        await using ServerProcess server = await ServerProcess.StartAsync(database);
        var ledger = new Ledger(Facts);
        using var crowd = new Crowd(server.Address, ledger);
        await using DbConnection rival = await database.OpenAsync();
        await ExecuteAsync(rival, "SET DEADLOCK_PRIORITY HIGH");

        Task load = crowd.PostSinglesAsync();
        while (!load.IsCompleted)
        {
            // The writers take the rows in the order of their keys; this one does not.
            await using DbTransaction transaction = await rival.BeginTransactionAsync();
            try
            {
                await ExecuteAsync(rival, late, transaction);
                await ExecuteAsync(rival, early, transaction);
                await transaction.RollbackAsync();
            }
            catch (DbException)
            {
                // Not every server listens to priorities: here this one was the victim.
            }
        }

        await load;
        CommandResult result = await AssertCompleteAsync(database, server, ledger);
        result.Output.Should().Contain("Trying again (deadlock");
    }

    [Test]
    public async Task LockHeldTooLong_SendersAreTurnedAway_AndAllIsWellOnceItIsFree()
    {
        const string lockOut = "UPDATE DailyCounts WITH (TABLOCKX) SET Score0 = Score0";

        await using SqlServerFaultDatabase database = await SqlServerFaultDatabase.CreateAsync();
        await database.SkipOnBabelfishAsync(
            "reports a lock that was not to be had as an error without a number of its own"
        );
        await using ServerProcess server = await ServerProcess.StartAsync(
            database,
            ("Storage:BusyTimeout", "00:00:01")
        );
        var ledger = new Ledger(Facts);
        using var crowd = new Crowd(server.Address, ledger);
        Task load = crowd.PostSinglesAsync();
        await server.WaitUntilAsync(() => load.IsFaulted || ledger.Acknowledged >= 300, "some acknowledgements");
        await using DbConnection rival = await database.OpenAsync();
        await using (DbTransaction transaction = await rival.BeginTransactionAsync())
        {
            await ExecuteAsync(rival, lockOut, transaction);

            await server.WaitUntilAsync(
                () => load.IsCompleted || crowd.TurnedAway >= 64,
                "senders that are turned away"
            );
        }

        await load;
        crowd.TurnedAway.Should().BeGreaterThanOrEqualTo(64);
        await AssertCompleteAsync(database, server, ledger);
    }

    private static Task<ServerProcess> StartAsync(SqlServerFaultDatabase database, TcpProxy proxy) =>
        ServerProcess.StartAsync(database.Folder, database.SettingsThrough(proxy));

    private static async Task<CommandResult> AssertCompleteAsync(
        SqlServerFaultDatabase database,
        ServerProcess server,
        Ledger ledger
    )
    {
        (await StoredFacts.ReadAsync(server.Client)).AssertComplete(ledger);
        CommandResult result = await server.StopAsync();
        await database.AssertCleanAsync();
        return result;
    }

#pragma warning disable CA2100 // Every statement is a constant of the test that runs it.
    private static async Task ExecuteAsync(DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        await using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100
}
