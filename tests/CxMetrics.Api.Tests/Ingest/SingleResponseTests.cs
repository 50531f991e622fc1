using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>One response as a JSON object, taken in.</summary>
public sealed class SingleResponseTests
{
    [TestCase("r-1", "api")]
    [TestCase("a/b ?#%2F+é", "survey tool")]
    [TestCase("日本", "crm")]
    public async Task New_IsCreated_AndReadableAtItsLocation(string id, string source)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            Sample.Response(id, 3).With("source", source).ToJsonString()
        );

        JsonObject receipt = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.Created);
        receipt["status"]!.GetValue<string>().Should().Be("stored");
        receipt["source"]!.GetValue<string>().Should().Be(source);
        receipt["id"]!.GetValue<string>().Should().Be(id);
        string location = answer.Headers.Location!.OriginalString;
        foreach (string address in new[] { location, location + "/", location + "?asOf=2026-04-01T00:00:00Z" })
        {
            JsonObject stored = await app.GetJsonAsync(address);
            stored["id"]!.GetValue<string>().Should().Be(id);
            stored["source"]!.GetValue<string>().Should().Be(source);
        }

        await app.AssertKeptAsync(id);
    }

    [Test]
    public async Task ExactRepeat_IsADuplicate_AndCountsOnce()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            Sample.Response(Kept.Id, 10).ToJsonString()
        );

        JsonObject receipt = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        receipt["status"]!.GetValue<string>().Should().Be("duplicate");
        await app.AssertKeptAsync();
    }

    [Test]
    public async Task SameContentInOtherWords_IsADuplicate()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            """
            { "answers": [{ "score": 1.0e1, "metric": "nps", "question": "nps",
                            "scale": { "max": 10, "min": 0, "direction": "higherIsBetter" } }],
              "test": false, "complete": true, "comment": " ", "attributes": {}, "customerId": null, "source": "api",
              "respondedAt": "2026-03-10T14:00:00.000+02:00", "survey": "\u0072elationship ", "id": " kept" }
            """
        );

        JsonObject receipt = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        receipt["status"]!.GetValue<string>().Should().Be("duplicate");
        await app.AssertKeptAsync();
    }

    [Test]
    public async Task OtherContent_IsARevision_ThatMovesTheCounts()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1));

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            Sample.Response(Kept.Id, 2).ToJsonString()
        );

        JsonObject receipt = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        receipt["status"]!.GetValue<string>().Should().Be("updated");
        (await app.NpsCountsAsync()).Should().Be((1, 0, 0));
        (await app.IdsAsync()).Should().Equal(Kept.Id);
        JsonObject stored = await app.GetJsonAsync($"/v1/responses/api/{Kept.Id}");
        stored["answers"]![0]!["score"]!.GetValue<int>().Should().Be(2);

        (await app.SendResponseAsync(Sample.Response(Kept.Id, 10))).Should().Be("updated");
        await app.AssertKeptAsync();
    }

    [Test]
    public async Task SameIdFromAnotherSource_IsAnotherResponse()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        (await app.SendResponseAsync(Sample.Response(Kept.Id, 3).With("source", "crm"))).Should().Be("stored");

        (await app.NpsCountsAsync()).Should().Be((1, 0, 1));
    }

    [Test]
    public async Task CommentWithoutAnswers_IsTaken()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        JsonObject words = Sample.Response("words", 0).With("answers", new JsonArray()).With("comment", "only words");

        (await app.SendResponseAsync(words)).Should().Be("stored");

        JsonObject stored = await app.GetJsonAsync("/v1/responses/api/words");
        stored["comment"]!.GetValue<string>().Should().Be("only words");
        stored["answers"]!.AsArray().Should().BeEmpty();
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1));
    }

    [Test]
    public async Task AbandonedSurvey_WithNothingInIt_IsTaken()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        JsonObject abandoned = Sample
            .Response("abandoned", 0)
            .With("answers", new JsonArray())
            .With("complete", value: false);

        (await app.SendResponseAsync(abandoned)).Should().Be("stored");

        (await app.NpsCountsAsync()).Should().Be((0, 0, 1));
    }

    [Test]
    public async Task ByteOrderMark_IsPassedOver()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            "\uFEFF \r\n" + Sample.Response("marked", 10).ToJsonString()
        );

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        await app.AssertKeptAsync("marked");
    }

    [Test]
    public async Task FiftyAttributes_AreTaken()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        var attributes = new JsonObject();
        for (int number = 0; number < 50; number++)
        {
            attributes[$"a{number:00}"] = number;
        }

        (await app.SendResponseAsync(Sample.Response("rich", 10).With("attributes", attributes))).Should().Be("stored");

        JsonObject stored = await app.GetJsonAsync("/v1/responses/api/rich");
        stored["attributes"]!.ToJsonString().Should().Be(attributes.ToJsonString());
    }

    [TestCase("2000-01-01T00:00:00Z")]
    [TestCase("2026-04-02T00:00:00Z")]
    [TestCase("2026-04-02T02:00:00+02:00")]
    public async Task TimeAtTheEdgeOfWhatIsBelieved_IsTaken(string respondedAt)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        (await app.SendResponseAsync(Sample.Response("edge", 10, respondedAt: respondedAt))).Should().Be("stored");
    }
}
