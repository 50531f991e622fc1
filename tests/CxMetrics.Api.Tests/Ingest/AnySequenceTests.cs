using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;
using CxMetrics.Storage.Maintenance;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Whatever is sent, in whatever form, repeated or revised: the counts are those of the last revision of each fact.</summary>
public sealed class AnySequenceTests
{
    private enum Form
    {
        Single,
        Array,
        Ndjson,
        Csv,
        PackedNdjson,
        PackedCsv,
    }

    [Test]
    public void Nps_AfterAnySequenceOfSends_IsThatOfANaiveModel()
    {
        // Few ids and few scores, so that repeats and revisions are the rule.
        Gen<(int Id, int Score)> fact = Gen.Choose(0, 11).Zip(Gen.Elements(0, 6, 7, 8, 9, 10));
        Gen<(Form Form, (int Id, int Score)[] Facts)> send = Gen.Elements(Enum.GetValues<Form>())
            .Zip(fact.NonEmptyListOf().Select(facts => facts.Take(25).ToArray()));
        Arbitrary<(Form, (int, int)[])[]> sequences = send.NonEmptyListOf()
            .Select(sends => sends.Take(8).ToArray())
            .ToArbitrary();

        Prop.ForAll(sequences, sends => SendAndCompareAsync(sends).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    private static async Task SendAndCompareAsync((Form Form, (int Id, int Score)[] Facts)[] sends)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(
            new Dictionary<string, string?> { ["Ingestion:BulkChunkFacts"] = "4" },
            TestClock.At("2026-04-01T00:00:00Z")
        );
        var model = new Dictionary<int, int>();
        foreach ((Form form, (int Id, int Score)[] facts) in sends)
        {
            (int Stored, int Updated, int Duplicates) expected = Apply(model, facts);
            (await SendAsync(app, form, facts)).Should().Be(expected, "sent as {0}", form);
        }

        (await app.NpsCountsAsync())
            .Should()
            .Be(
                (
                    model.Values.Count(score => score <= 6),
                    model.Values.Count(score => score is 7 or 8),
                    model.Values.Count(score => score >= 9)
                )
            );
        (await app.IdsAsync()).Should().BeEquivalentTo(model.Keys.Select(id => $"r{id}"));
        CheckReport check = await app
            .Services.GetRequiredService<DatabaseMaintenance>()
            .CheckAsync(CancellationToken.None);
        check.Findings.Should().BeEmpty();
    }

    private static (int Stored, int Updated, int Duplicates) Apply(
        Dictionary<int, int> model,
        (int Id, int Score)[] facts
    )
    {
        (int stored, int updated, int duplicates) = (0, 0, 0);
        foreach ((int id, int score) in facts)
        {
            bool isKnown = model.TryGetValue(id, out int before);
            model[id] = score;
            stored += isKnown ? 0 : 1;
            updated += isKnown && before != score ? 1 : 0;
            duplicates += isKnown && before == score ? 1 : 0;
        }

        return (stored, updated, duplicates);
    }

    private static async Task<(int Stored, int Updated, int Duplicates)> SendAsync(
        CxMetricsApplication app,
        Form form,
        (int Id, int Score)[] facts
    )
    {
        JsonObject[] responses = [.. facts.Select(fact => Sample.Response($"r{fact.Id}", fact.Score))];
        return form switch
        {
            Form.Single => await SendSinglyAsync(app, responses),
            Form.Array => await SendBodyAsync(app, Content.Of(Bodies.Array(responses))),
            Form.Ndjson => await SendBodyAsync(app, Content.Of(Bodies.Lines(responses), Bodies.Ndjson)),
            Form.Csv => await SendBodyAsync(app, Content.Of(Bodies.NpsCsv(responses), Bodies.Csv)),
            Form.PackedNdjson => await SendBodyAsync(
                app,
                Content.Of(Bodies.Gzip(Bodies.Lines(responses)), Bodies.Ndjson, "gzip")
            ),
            Form.PackedCsv => await SendBodyAsync(
                app,
                Content.Of(Bodies.Gzip(Bodies.NpsCsv(responses)), Bodies.Csv, "gzip")
            ),
        };
    }

    private static async Task<(int Stored, int Updated, int Duplicates)> SendSinglyAsync(
        CxMetricsApplication app,
        JsonObject[] responses
    )
    {
        var statuses = new List<string>();
        foreach (JsonObject response in responses)
        {
            statuses.Add(await app.SendResponseAsync(response));
        }

        return (
            statuses.Count(status => status == "stored"),
            statuses.Count(status => status == "updated"),
            statuses.Count(status => status == "duplicate")
        );
    }

    private static async Task<(int Stored, int Updated, int Duplicates)> SendBodyAsync(
        CxMetricsApplication app,
        HttpContent content
    )
    {
        using HttpResponseMessage answer = await app.Client.PostAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content
        );
        JsonObject report = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        return (
            report["stored"]!.GetValue<int>(),
            report["updated"]!.GetValue<int>(),
            report["duplicates"]!.GetValue<int>()
        );
    }
}
