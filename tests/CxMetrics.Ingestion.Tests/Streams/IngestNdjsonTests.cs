using System.Text;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Tests.Support;
using FsCheck;
using Microsoft.AspNetCore.Http;

namespace CxMetrics.Ingestion.Tests.Streams;

public class IngestNdjsonTests
{
    private const string Mixed =
        "\uFEFF{\"id\":\"0\"}\r\n\n   \r\nnot json\n[1,2]\n{\"id\":\"é😀\",\"survey\":\"s\",\"respondedAt\":\"2026-03-01T09:30:00Z\",\"answers\":[{\"metric\":\"nps\",\"score\":9}]}\n";

    [Test]
    public async Task IngestNdjson_GoodBlankAndBadLines_AreCountedByLine()
    {
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.NdjsonAsync(Mixed + Support.Ingestion.Json("last"));
        outcome.Kind.Should().Be(BulkOutcomeKind.Completed);
        outcome.Report.Received.Should().Be(5);
        outcome.Report.Stored.Should().Be(2);
        outcome.Report.Rejected.Should().Be(3);
        Support
            .Ingestion.Summary(outcome)
            .Should()
            .Equal(
                "1 survey required",
                "1 respondedAt required",
                "1 answers required",
                "4 body invalidJson",
                "5 body wrongType"
            );
        ingestion.Stored.Select(response => response.Id).Should().Equal("é😀", "last");
    }

    [Test]
    public async Task IngestNdjson_InAnyPieces_GivesTheSameReport()
    {
        string tooLong = new string('x', 1_500) + "\n" + new string(' ', 1_100) + "\n";
        byte[] body = Encoding.UTF8.GetBytes(Mixed + tooLong + Support.Ingestion.Json("z") + "\n{\"id\":");
        var options = new IngestionOptions { MaxLineBytes = 1_024, BulkChunkFacts = 1 };
        BulkOutcome whole = await new Support.Ingestion(options).NdjsonAsync(new MemoryStream(body));
        whole.Kind.Should().Be(BulkOutcomeKind.Truncated);
        whole.Report.Stored.Should().Be(2);

        Generated.AssertAll(
            (PositiveInt[] pieces) =>
            {
                var stream = new PiecewiseStream(body, [.. pieces.Select(piece => piece.Get)]);
                BulkOutcome cut = new Support.Ingestion(options).NdjsonAsync(stream).GetAwaiter().GetResult();
                cut.Should().BeEquivalentTo(whole, comparison => comparison.WithStrictOrdering());
                return true;
            }
        );
    }

    [Test]
    public void IngestNdjson_AnyBytes_NeverThrows() =>
        Generated.AssertAll(
            (byte[] bytes) =>
                new Support.Ingestion().NdjsonAsync(new MemoryStream(bytes)).GetAwaiter().GetResult().Report.Stored == 0
        );

    [TestCase("")]
    [TestCase("\n \n\r\n")]
    [TestCase("\uFEFF")]
    public async Task IngestNdjson_NothingInIt_IsRefusedAsEmpty(string body)
    {
        BulkOutcome outcome = await new Support.Ingestion().NdjsonAsync(body);
        outcome.Kind.Should().Be(BulkOutcomeKind.Refused);
        outcome.Errors.Single().Code.Should().Be(FactErrorCodes.EmptyBody);
    }

    [TestCase("{\"id\":\"2\",\"surv")]
    [TestCase("{")]
    [TestCase("tru")]
    public async Task IngestNdjson_EndsInsideALine_IsTruncatedAndKeepsTheRest(string end)
    {
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.NdjsonAsync(Support.Ingestion.Json() + "\n" + end);
        outcome.Kind.Should().Be(BulkOutcomeKind.Truncated);
        outcome.Report.Stored.Should().Be(1);
        outcome.Report.Rejected.Should().Be(1);
        outcome.Errors.Single().Code.Should().Be(FactErrorCodes.Truncated);
        Support.Ingestion.Summary(outcome).Should().Equal("2 body truncated");
    }

    [TestCase("oops", "invalidJson")]
    [TestCase("{}}", "invalidJson")]
    [TestCase("123", "wrongType")]
    public async Task IngestNdjson_LastLineIsWrongButWhole_IsCompleted(string end, string code)
    {
        BulkOutcome outcome = await new Support.Ingestion().NdjsonAsync(Support.Ingestion.Json() + "\n" + end);
        outcome.Kind.Should().Be(BulkOutcomeKind.Completed);
        Support.Ingestion.Summary(outcome).Should().Equal($"2 body {code}");
    }

    [TestCase(1_024, BulkOutcomeKind.Completed, 1)]
    [TestCase(1_025, BulkOutcomeKind.Completed, 0)]
    public async Task IngestNdjson_LineOverItsLimit_IsNamedAndPassedOver(int length, BulkOutcomeKind kind, int good)
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxLineBytes = 1_024 });
        BulkOutcome outcome = await ingestion.NdjsonAsync(
            Support.Ingestion.Json("a").PadRight(length) + "\n" + Support.Ingestion.Json("b") + "\n"
        );
        outcome.Kind.Should().Be(kind);
        outcome.Report.Stored.Should().Be(good + 1);
        string[] expected = good == 1 ? [] : ["1 body tooLong"];
        Support.Ingestion.Summary(outcome).Should().Equal(expected.AsEnumerable());
    }

    [Test]
    public async Task IngestNdjson_BodyBreaks_KeepsWhatCameBefore()
    {
        Exception[] failures =
        [
            new IOException("reset"),
            new InvalidDataException("gzip"),
            new BadHttpRequestException("Unexpected end of request content."),
        ];
        foreach (Exception failure in failures)
        {
            var ingestion = new Support.Ingestion();
            byte[] bytes = Encoding.UTF8.GetBytes(Support.Ingestion.Json() + "\n{\"id\":\"2\"");
            BulkOutcome outcome = await ingestion.NdjsonAsync(new PiecewiseStream(bytes, [], failure));
            outcome.Kind.Should().Be(BulkOutcomeKind.Truncated);
            outcome.Report.Stored.Should().Be(1);
            outcome.Errors.Single().Code.Should().Be(FactErrorCodes.Truncated);
        }
    }

    [Test]
    public async Task IngestNdjson_BodyFailsWithABug_Throws()
    {
        var body = new PiecewiseStream([], [], new InvalidOperationException("bug"));
        await FluentActions
            .Awaiting(() => new Support.Ingestion().NdjsonAsync(body))
            .Should()
            .ThrowAsync<InvalidOperationException>();
    }

    [Test]
    public async Task IngestNdjson_ServerLimit_IsTooLarge()
    {
        var failure = new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        byte[] bytes = Encoding.UTF8.GetBytes(Support.Ingestion.Json() + "\n");
        BulkOutcome outcome = await new Support.Ingestion().NdjsonAsync(new PiecewiseStream(bytes, [], failure));
        outcome.Kind.Should().Be(BulkOutcomeKind.TooLarge);
        outcome.Report.Stored.Should().Be(1);
    }

    [TestCase(10)]
    [TestCase(100_000)]
    public async Task IngestNdjson_OverItsLimit_KeepsTheLinesWithinIt(int piece)
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxBulkBytes = 1_024 });
        string line = Support.Ingestion.Json() + "\n";
        string body = string.Concat(Enumerable.Repeat(line, 100));
        BulkOutcome outcome = await ingestion.NdjsonAsync(new PiecewiseStream(Encoding.UTF8.GetBytes(body), [piece]));
        outcome.Kind.Should().Be(BulkOutcomeKind.TooLarge);
        outcome.Report.Received.Should().Be(1_024 / line.Length);
        outcome.Report.Stored.Should().Be(1);
    }

    [Test]
    public async Task IngestNdjson_ManyLines_GoInChunksOfWhichOnlyTheFirstGivesUp()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 2 });
        var settled = new List<long>();
        byte[] body = Encoding.UTF8.GetBytes(Lines(5));
        BulkOutcome outcome = await ingestion.NdjsonAsync(new MemoryStream(body), new ListProgress(settled));
        outcome.Report.Stored.Should().Be(5);
        ingestion.Store.Batches.Should().Equal((2, WhenFull.GiveUp), (2, WhenFull.Wait), (1, WhenFull.Wait));
        ingestion.Stored.Select(response => response.Id).Should().Equal("r0", "r1", "r2", "r3", "r4");
        settled.Should().Equal(2, 4, 5);
    }

    [Test]
    public async Task IngestNdjson_WhileAChunkIsCommitted_TheNextIsRead()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 1 });
        var entered = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        ingestion.Store.BeforeCommit = () =>
        {
            entered.TrySetResult();
            return gate.Task;
        };
        var pipe = new System.IO.Pipelines.Pipe();
        Task<BulkOutcome> ingest = ingestion.Ingestor.IngestNdjsonAsync(
            pipe.Reader,
            progress: null,
            CancellationToken.None
        );
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Lines(1)));
        await entered.Task;
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Lines(2)));
        await pipe.Writer.CompleteAsync();
        ingest.IsCompleted.Should().BeFalse();
        ingestion.Store.Batches.Should().HaveCount(1, "the second chunk waits until the first is committed");
        gate.SetResult();
        (await ingest).Report.Received.Should().Be(3);
    }

    [Test]
    public async Task IngestNdjson_FullQueueAtTheStart_IsBusyWithNothingStored()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 2 });
        ingestion.Store.Script = _ => AppendResult.QueueFull;
        BulkOutcome outcome = await ingestion.NdjsonAsync(Lines(7));
        outcome.Should().BeEquivalentTo(new BulkOutcome(BulkOutcomeKind.Busy, IngestReport.Nothing, []));
        ingestion.Store.Batches.Should().HaveCount(1);
    }

    [Test]
    public async Task IngestNdjson_StoreStopsHalfWay_IsInterruptedWithWhatWasCommitted()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 2 });
        ingestion.Store.Script = batch => batch == 1 ? AppendResult.Stopping : null;
        BulkOutcome outcome = await ingestion.NdjsonAsync(Lines(9));
        outcome.Kind.Should().Be(BulkOutcomeKind.Interrupted);
        outcome.Report.Stored.Should().Be(2);
        ingestion.Stored.Should().HaveCount(2);
        ingestion.Store.Batches.Should().HaveCount(2);
    }

    [Test]
    public async Task IngestNdjson_StoreFailsHalfWay_IsInterruptedWithWhatWasCommitted()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 2 });
        ingestion.Store.Script = batch => batch == 1 ? throw new StorageUnavailableException("locked") : null;
        BulkOutcome outcome = await ingestion.NdjsonAsync(Lines(3) + "x\n" + Lines(9));
        outcome.Kind.Should().Be(BulkOutcomeKind.Interrupted);
        outcome.Report.Stored.Should().Be(2);
        Support.Ingestion.Summary(outcome).Should().Equal("4 body invalidJson");
    }

    [Test]
    public async Task IngestNdjson_StoreFailsAtTheStart_Throws()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 2 });
        ingestion.Store.Script = _ => throw new StorageUnavailableException("locked");
        await FluentActions
            .Awaiting(() => ingestion.NdjsonAsync(Lines(9)))
            .Should()
            .ThrowAsync<StorageUnavailableException>();
    }

    [Test]
    public async Task IngestNdjson_StoreRefusesSome_NamesThemAmongTheOthersInOrder()
    {
        var ingestion = new Support.Ingestion();
        ingestion.Store.Refuse = response =>
            string.Equals(response.Id, "r1", StringComparison.Ordinal)
                ? new FactError("answers[0].scale", FactErrorCodes.ScaleMismatch, "Another scale.")
                : null;
        BulkOutcome outcome = await ingestion.NdjsonAsync("x\n" + Lines(3) + "y\n");
        outcome.Report.Stored.Should().Be(2);
        outcome.Report.Rejected.Should().Be(3);
        Support
            .Ingestion.Summary(outcome)
            .Should()
            .Equal("1 body invalidJson", "3 answers[0].scale scaleMismatch", "5 body invalidJson");
    }

    [TestCase(2, false)]
    [TestCase(3, true)]
    public async Task IngestNdjson_ManyErrors_ListsTheFirstAndCountsAll(int bad, bool truncated)
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxReportedErrors = 2, BulkChunkFacts = 1 });
        BulkOutcome outcome = await ingestion.NdjsonAsync(string.Concat(Enumerable.Repeat("x\n" + Lines(1), bad)));
        outcome.Report.Rejected.Should().Be(bad);
        outcome.Report.ErrorsTruncated.Should().Be(truncated);
        Support.Ingestion.Summary(outcome).Should().Equal("1 body invalidJson", "3 body invalidJson");
    }

    [Test]
    public async Task IngestNdjson_StoreFails_Throws()
    {
        // An error of the disk under the store is an IOException too, but not the sender's.
        var ingestion = new Support.Ingestion();
        ingestion.Store.BeforeCommit = () => throw new IOException("disk");
        await FluentActions.Awaiting(() => ingestion.NdjsonAsync(Lines(1))).Should().ThrowAsync<IOException>();
        await FluentActions
            .Awaiting(() => ingestion.CsvAsync("id,survey,respondedAt,nps\n1,s,2026-03-01T09:30:00Z,9\n"))
            .Should()
            .ThrowAsync<IOException>();
    }

    [Test]
    public async Task IngestNdjson_Cancelled_ThrowsAndWaitsForTheCommitUnderWay()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 1 });
        var entered = new TaskCompletionSource();
        ingestion.Store.BeforeCommit = () =>
        {
            entered.SetResult();
            return Task.Delay(50);
        };
        using var cancellation = new CancellationTokenSource();
        var pipe = new System.IO.Pipelines.Pipe();
        Task<BulkOutcome> ingest = ingestion.Ingestor.IngestNdjsonAsync(
            pipe.Reader,
            progress: null,
            cancellation.Token
        );
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Lines(1)));
        await entered.Task;
        await cancellation.CancelAsync();
        await FluentActions.Awaiting(() => ingest).Should().ThrowAsync<OperationCanceledException>();
        ingestion.Stored.Should().HaveCount(1);
    }

    private static string Lines(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(index => Support.Ingestion.Json($"r{index}") + "\n"));

    private sealed class ListProgress(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }
}
