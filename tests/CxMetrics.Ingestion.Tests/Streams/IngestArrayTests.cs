using System.Buffers;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Json;
using CxMetrics.Ingestion.Tests.Support;

namespace CxMetrics.Ingestion.Tests.Streams;

public class IngestArrayTests
{
    [Test]
    public async Task IngestArray_GoodAndBad_KeepsTheGoodAndNamesTheBad()
    {
        var ingestion = new Support.Ingestion();
        string bad = Support.Ingestion.Json("b").Replace(":9}", ":12}", StringComparison.Ordinal);
        string[] elements =
        [
            Support.Ingestion.Json("a"),
            bad,
            Support.Ingestion.Json("a"),
            "7",
            Support.Ingestion.Json("c"),
        ];

        BulkOutcome outcome = await ingestion.ArrayAsync($"[{string.Join(", ", elements)}]");

        outcome.Kind.Should().Be(BulkOutcomeKind.Completed);
        outcome.Errors.Should().BeEmpty();
        outcome
            .Report.Should()
            .BeEquivalentTo(
                new
                {
                    Received = 5,
                    Stored = 2,
                    Updated = 0,
                    Duplicates = 1,
                    Rejected = 2,
                    ErrorsTruncated = false,
                },
                options => options.ExcludingMissingMembers()
            );
        Support.Ingestion.Summary(outcome).Should().Equal("2 answers[0].score outOfRange", "4 body wrongType");
        ingestion.Store.Batches.Should().Equal((3, WhenFull.GiveUp));
    }

    [Test]
    public async Task IngestArray_Empty_IsDoneWithNothing()
    {
        BulkOutcome outcome = await new Support.Ingestion().ArrayAsync("[]");
        outcome.Should().BeEquivalentTo(new BulkOutcome(BulkOutcomeKind.Completed, IngestReport.Nothing, []));
    }

    [TestCase("", "emptyBody")]
    [TestCase("{}", "wrongType")]
    [TestCase("[{},", "invalidJson")]
    [TestCase("[{}] []", "invalidJson")]
    public async Task IngestArray_NotAnArray_IsRefused(string json, string code)
    {
        BulkOutcome outcome = await new Support.Ingestion().ArrayAsync(json);
        outcome.Kind.Should().Be(BulkOutcomeKind.Refused);
        outcome.Report.Should().Be(IngestReport.Nothing);
        outcome.Errors.Single().Should().Match<FactError>(error => error.Field == "body" && error.Code == code);
    }

    [Test]
    public async Task IngestArray_BrokenAtItsEnd_StoresNothing()
    {
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.ArrayAsync($"[{Support.Ingestion.Json()},oops]");
        outcome.Kind.Should().Be(BulkOutcomeKind.Refused);
        ingestion.Store.Batches.Should().BeEmpty();
    }

    [Test]
    public async Task IngestArray_TooMany_IsRefusedWhole()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxBatchFacts = 2 });
        BulkOutcome outcome = await ingestion.ArrayAsync($"[{Support.Ingestion.Json("a")},{{}},7]");
        outcome.Kind.Should().Be(BulkOutcomeKind.Refused);
        outcome.Errors.Single().Code.Should().Be(FactErrorCodes.TooMany);
        ingestion.Store.Batches.Should().BeEmpty();
    }

    [Test]
    public async Task IngestArray_OverTheLimit_IsTooLarge()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxBodyBytes = 1_024 });
        BulkOutcome outcome = await ingestion.ArrayAsync("[" + new string(' ', 1_024) + "]");
        outcome.Kind.Should().Be(BulkOutcomeKind.TooLarge);
        outcome.Errors.Single().Code.Should().Be(FactErrorCodes.TooLarge);
    }

    [Test]
    public async Task IngestArray_StoreTakesNone_SaysWhy()
    {
        var ingestion = new Support.Ingestion();
        ingestion.Store.Script = batch => batch == 0 ? AppendResult.QueueFull : AppendResult.Stopping;
        (await ingestion.ArrayAsync($"[{Support.Ingestion.Json()}]")).Kind.Should().Be(BulkOutcomeKind.Busy);
        BulkOutcome stopped = await ingestion.ArrayAsync($"[{Support.Ingestion.Json()}]");
        stopped.Kind.Should().Be(BulkOutcomeKind.Interrupted);
        stopped.Report.Stored.Should().Be(0);
    }

    [Test]
    public async Task IngestArray_InSeveralPieces_IsReadAsOne()
    {
        byte[] json = System.Text.Encoding.UTF8.GetBytes(
            $"[{Support.Ingestion.Json("a")},{Support.Ingestion.Json("b")}]"
        );
        var first = new Segment(json.AsMemory(0, 50), 0);
        Segment last = first.Append(json.AsMemory(50, 70)).Append(json.AsMemory(120));
        var sequence = new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        BulkOutcome outcome = await new Support.Ingestion().Ingestor.IngestArrayAsync(sequence, CancellationToken.None);
        outcome.Report.Stored.Should().Be(2);
    }

    [TestCase(" \r\n\t[", true)]
    [TestCase("\uFEFF[]", true)]
    [TestCase("{\"a\":[]}", false)]
    [TestCase("", false)]
    public void IsArray_LooksAtTheFirstCharacter(string json, bool expected) =>
        JsonBody.IsArray(Support.Ingestion.Bytes(json)).Should().Be(expected);

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index)
        {
            Memory = memory;
            RunningIndex = index;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
