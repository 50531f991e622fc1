using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Responses;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxMetrics.Storage.Tests.SqlServer;

/// <summary>What a writer does about faults, told without a server: it injects them at the seam between writer and session.</summary>
public sealed class SqlServerGroupRetryTests
{
    [Test]
    public void Commit_AnswerLostAfterTheCommit_AnswersWhatWasCommittedAndWritesNothingAgain()
    {
        var database = new FakeWriteSessions();
        database.CommitFaults.Enqueue((StorageFault.Network, IsCommitted: true));

        AppendOutcome[] outcomes = Commit(database, "1", "2");

        outcomes.Should().Equal(AppendOutcome.Stored, AppendOutcome.Stored);
        database.Rows.Values.Should().Equal("1", "2");
        database.Applied.Should().Be(1);
    }

    [Test]
    public void Commit_ConnectionLostBeforeTheCommit_WritesAgainUnderTheSameKeys()
    {
        var database = new FakeWriteSessions();
        database.CommitFaults.Enqueue((StorageFault.Network, IsCommitted: false));

        AppendOutcome[] outcomes = Commit(database, "1", "2");

        outcomes.Should().Equal(AppendOutcome.Stored, AppendOutcome.Stored);
        database.Rows.Should().BeEquivalentTo(new Dictionary<long, string> { [1] = "1", [2] = "2" });
        database.Applied.Should().Be(2);
    }

    [Test]
    public void Commit_AnswerLostTwice_AnswersTheAttemptThatWentThrough()
    {
        var database = new FakeWriteSessions();
        database.CommitFaults.Enqueue((StorageFault.Network, IsCommitted: false));
        database.CommitFaults.Enqueue((StorageFault.Failover, IsCommitted: true));

        Commit(database, "1").Should().Equal(AppendOutcome.Stored);

        database.Rows.Should().HaveCount(1);
        database.Applied.Should().Be(2);
    }

    [Test]
    public void Commit_DoubtBehindAnotherFault_IsStillSettled()
    {
        // The commit is on its way while the next attempt runs; that attempt collides, and only then is the row there.
        var database = new FakeWriteSessions();
        database.CommitFaults.Enqueue((StorageFault.Network, IsCommitted: false));
        database.ApplyFaults.Enqueue(null);
        database.ApplyFaults.Enqueue(StorageFault.Collision);
        var group = new PendingBatch([Some.Response("1")]);
        using var writer = Writer(
            database,
            opened =>
            {
                if (opened == 3)
                {
                    database.Rows[1] = "1";
                }
            }
        );

        writer.Commit([group]);

        group.Outcomes.Should().Equal(AppendOutcome.Stored);
        database.Rows.Should().HaveCount(1);
        database.Applied.Should().Be(2);
    }

    [TestCase(nameof(StorageFault.Deadlock), 2)]
    [TestCase(nameof(StorageFault.Throttling), 2)]
    [TestCase(nameof(StorageFault.Failover), 2)]
    [TestCase(nameof(StorageFault.Network), 2)]
    [TestCase(nameof(StorageFault.TimeOut), 1)]
    [TestCase(nameof(StorageFault.Collision), 2)]
    public void Commit_FaultThatPasses_IsTriedAgainOnAFreshSession(string kind, int faults)
    {
        var database = new FakeWriteSessions();
        for (int fault = 0; fault < faults; fault++)
        {
            database.ApplyFaults.Enqueue(Enum.Parse<StorageFault>(kind));
        }

        Commit(database, "1").Should().Equal(AppendOutcome.Stored);

        database.Rows.Should().HaveCount(1);
        database.Opened.Should().Be(1 + faults);
    }

    [TestCase(nameof(StorageFault.Network), 6)]
    [TestCase(nameof(StorageFault.Deadlock), 11)]
    [TestCase(nameof(StorageFault.Collision), 41)]
    [TestCase(nameof(StorageFault.TimeOut), 2)]
    [TestCase(nameof(StorageFault.Busy), 1)]
    [TestCase(nameof(StorageFault.Unusable), 1)]
    public void Commit_FaultThatStays_IsUnavailableAfterABoundedNumberOfAttempts(string kind, int attempts)
    {
        var database = new FakeWriteSessions();
        for (int index = 0; index < 100; index++)
        {
            database.ApplyFaults.Enqueue(Enum.Parse<StorageFault>(kind));
        }

        FluentActions
            .Invoking(() => Commit(database, "1"))
            .Should()
            .Throw<StorageUnavailableException>()
            .WithMessage($"A fault: {kind}.");
        database.Applied.Should().Be(attempts);
        database.Rows.Should().BeEmpty();
    }

    [TestCase(1205, nameof(StorageFault.Deadlock))]
    [TestCase(2627, nameof(StorageFault.Collision))]
    [TestCase(2601, nameof(StorageFault.Collision))]
    [TestCase(10928, nameof(StorageFault.Throttling))]
    [TestCase(49920, nameof(StorageFault.Throttling))]
    [TestCase(40613, nameof(StorageFault.Failover))]
    [TestCase(4060, nameof(StorageFault.Failover))]
    [TestCase(-2, nameof(StorageFault.TimeOut))]
    [TestCase(1222, nameof(StorageFault.Busy))]
    [TestCase(10054, nameof(StorageFault.Network))]
    [TestCase(1105, nameof(StorageFault.Unusable))]
    [TestCase(18456, nameof(StorageFault.Unusable))]
    public void Find_ErrorNumber_HasItsKind(int number, string kind)
    {
        SqlServerFaults.Find(number, errorClass: 16).Should().Be(Enum.Parse<StorageFault>(kind));
    }

    [TestCase(102, 15, null)]
    [TestCase(547, 16, null)]
    [TestCase(8152, 16, null)]
    [TestCase(12345, 20, nameof(StorageFault.Network))]
    public void Find_OtherErrors_AreMistakesUnlessTheyEndTheConnection(int number, int errorClass, string? kind)
    {
        SqlServerFaults.Find(number, (byte)errorClass)?.ToString().Should().Be(kind);
    }

    private static AppendOutcome[] Commit(FakeWriteSessions database, params string[] ids)
    {
        var batch = new PendingBatch([.. ids.Select(id => Some.Response(id))]);
        using SqlServerGroupCommit writer = Writer(database);
        writer.Commit([batch]);
        return batch.Outcomes;
    }

    private static SqlServerGroupCommit Writer(FakeWriteSessions database, Action<int>? opening = null)
    {
        var clock = new HastyClock();
        var pipelines = new StoragePipelines(clock, NullLogger<StoragePipelines>.Instance);
        return new SqlServerGroupCommit(Open, new SqlServerResponseKeys(), pipelines, clock);

        IWriteSession Open()
        {
            opening?.Invoke(database.Opened + 1);
            return database.Open();
        }
    }
}
