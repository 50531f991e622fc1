using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Tests.Support;

namespace CxMetrics.Ingestion.Tests.Streams;

public class IngestOneTests
{
    [Test]
    public async Task IngestOne_SentAgain_IsDuplicateOrUpdate()
    {
        var ingestion = new Support.Ingestion();
        (await ingestion.OneAsync(Support.Ingestion.Json())).Kind.Should().Be(SingleOutcomeKind.Stored);
        (await ingestion.OneAsync(Support.Ingestion.Json())).Kind.Should().Be(SingleOutcomeKind.Duplicate);
        SingleOutcome updated = await ingestion.OneAsync(Support.Ingestion.Json(extra: ",\"comment\":\"now\""));
        updated.Should().BeEquivalentTo(new SingleOutcome(SingleOutcomeKind.Updated, "api", "r1", []));
        ingestion.Store.Batches.Should().OnlyContain(batch => batch.WhenFull == WhenFull.GiveUp);
    }

    [Test]
    public async Task IngestOne_StoreTakesNone_SaysWhy()
    {
        var ingestion = new Support.Ingestion();
        ingestion.Store.Script = batch => batch == 0 ? AppendResult.QueueFull : AppendResult.Stopping;
        (await ingestion.OneAsync(Support.Ingestion.Json())).Kind.Should().Be(SingleOutcomeKind.Busy);
        (await ingestion.OneAsync(Support.Ingestion.Json())).Kind.Should().Be(SingleOutcomeKind.Stopping);
    }

    [Test]
    public async Task IngestOne_StoreRefuses_IsRejectedWithItsError()
    {
        var ingestion = new Support.Ingestion();
        var error = new FactError("answers[0].scale", FactErrorCodes.ScaleMismatch, "Another scale.");
        ingestion.Store.Refuse = _ => error;
        SingleOutcome outcome = await ingestion.OneAsync(Support.Ingestion.Json());
        outcome.Should().BeEquivalentTo(new SingleOutcome(SingleOutcomeKind.Rejected, "api", "r1", [error]));
    }

    [Test]
    public async Task IngestOne_Rejected_NamesSourceAndIdWhereReadable()
    {
        var ingestion = new Support.Ingestion();
        SingleOutcome outcome = await ingestion.OneAsync("""{"id":"7","source":"crm"}""");
        (outcome.Source, outcome.Id).Should().Be(("crm", "7"));
        outcome = await ingestion.OneAsync("""{"id":"7","source":"crm" """);
        (outcome.Source, outcome.Id).Should().Be((null, null));
        outcome = await ingestion.OneAsync("");
        (outcome.Source, outcome.Id).Should().Be((null, null));
    }

    [Test]
    public async Task IngestOne_OverTheLimit_IsTooLarge()
    {
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxBodyBytes = 1_024 });
        SingleOutcome outcome = await ingestion.OneAsync(Support.Ingestion.Json() + new string(' ', 1_024));
        outcome.Errors.Single().Code.Should().Be(FactErrorCodes.TooLarge);
    }

    [Test]
    public async Task IngestOne_SameNamesAgain_SharesTheirStrings()
    {
        var ingestion = new Support.Ingestion();
        SurveyResponse first = await ingestion.StoreOneAsync(Support.Ingestion.Json("a"));
        SurveyResponse second = await ingestion.StoreOneAsync(Support.Ingestion.Json("b"));
        second.Survey.Should().BeSameAs(first.Survey);
    }

    [Test]
    public async Task IngestOne_ManyAtOnce_KeepsThemApart()
    {
        var ingestion = new Support.Ingestion();
        SingleOutcome[] outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(index => Task.Run(() => ingestion.OneAsync(Support.Ingestion.Json($"r{index}", ",\"test\":7"))))
        );
        outcomes.Select(outcome => outcome.Id).Should().Equal(Enumerable.Range(0, 50).Select(index => $"r{index}"));
    }

    [Test]
    public void IngestOne_AnyBytes_NeverThrows() =>
        Generated.AssertAll(
            (byte[] bytes) =>
                new Support.Ingestion().OneAsync(bytes).GetAwaiter().GetResult().Kind == SingleOutcomeKind.Rejected
        );

    [Test]
    public void IngestOne_ABrokenByteSomewhere_NeverThrows()
    {
        byte[] good = System.Text.Encoding.UTF8.GetBytes(
            Support.Ingestion.Json(extra: ""","comment":"é\ud83d\ude00\n","attributes":{"a":"\u0041","b":1.5e3}""")
        );
        Generated.AssertAll(
            (int position, byte value) =>
            {
                byte[] json = [.. good];
                json[(position & int.MaxValue) % json.Length] = value;
                SingleOutcome outcome = new Support.Ingestion().OneAsync(json).GetAwaiter().GetResult();
                return outcome.Kind is SingleOutcomeKind.Stored or SingleOutcomeKind.Rejected;
            },
            times: 1_000
        );
    }
}
