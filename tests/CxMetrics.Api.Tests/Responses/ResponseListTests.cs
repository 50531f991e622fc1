using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Responses;

/// <summary>Reading responses back.</summary>
public sealed class ResponseListTests
{
    [Test]
    public async Task Response_ReadBack_IsWhatWasSent()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        JsonObject sent = JsonNode
            .Parse(
                """
                {
                  "source": "survey-tool", "id": "r/1 %2F", "survey": "post-purchase", "respondedAt": "2026-03-01T10:15:30.123456+02:00",
                  "answers": [
                    { "question": "recommend", "metric": "nps", "score": 9 },
                    { "question": "ease", "metric": "ces", "score": 2, "scale": { "min": 1, "max": 5, "direction": "lowerIsBetter" } }
                  ],
                  "customerId": "c-1", "accountId": "a-1", "touchpoint": "checkout", "channel": "web", "segment": "new", "locale": "de-AT",
                  "comment": " „Gut“, aber \"teuer\"\n– naja 🙂 ", "complete": false, "attributes": { "b": 1.50, "a": "x", "c": null, "d": true }
                }
                """
            )!
            .AsObject();
        using HttpResponseMessage stored = await app.PostAsync("/v1/responses", sent.ToJsonString());
        stored.StatusCode.Should().Be(HttpStatusCode.Created);

        JsonObject read = await app.GetJsonAsync(stored.Headers.Location!.ToString());

        read["id"]!.GetValue<string>().Should().Be("r/1 %2F");
        read["respondedAt"]!.GetValue<string>().Should().Be("2026-03-01T08:15:30.123456Z");
        read["comment"]!.GetValue<string>().Should().Be(" „Gut“, aber \"teuer\"\n– naja 🙂 ");
        read["answers"]![1]!
            .ToJsonString()
            .Should()
            .Be(
                """{"question":"ease","metric":"ces","score":2,"scale":{"min":1,"max":5,"direction":"lowerIsBetter"}}"""
            );
        read["attributes"]!.ToJsonString().Should().Be("""{"a":"x","b":1.50,"c":null,"d":true}""");
        foreach (
            string member in new[]
            {
                "source",
                "survey",
                "customerId",
                "accountId",
                "touchpoint",
                "channel",
                "segment",
                "locale",
                "complete",
            }
        )
        {
            read[member]!.ToJsonString().Should().Be(sent[member]!.ToJsonString());
        }
    }

    [Test]
    public async Task Response_Unknown_IsNotFound()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri("/v1/responses/api/nobody", UriKind.Relative)
        );

        await Problem.ReadAsync(answer, HttpStatusCode.NotFound);
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1000)]
    public async Task Pages_FollowedToTheEnd_HoldEveryResponseOnce(int limit)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        // Many at the same moment, so that the cursor cannot rely on time alone.
        await app.SendResponsesAsync(Sample.Responses("r", 23, 0, 5, 10));

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            JsonObject page = await app.GetJsonAsync(
                $"/v1/responses?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}"
            );
            JsonArray responses = page["responses"]!.AsArray();
            responses.Count.Should().BeLessThanOrEqualTo(limit);
            ids.AddRange(responses.Select(response => response!["id"]!.GetValue<string>()));
            cursor = page["nextCursor"]?.GetValue<string>();
        } while (cursor is not null);

        ids.Should().OnlyHaveUniqueItems().And.HaveCount(23);
    }

    [Test]
    public async Task Csv_FollowedByItsLink_HoldsEveryAnswer()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 10).With("comment", "a, \"b\"\nc"),
            Sample
                .Response("2", 3)
                .With("answers", JsonNode.Parse("""[{"metric":"nps","score":3},{"metric":"csat","score":2}]""")),
            Sample.Response("3", 3).With("answers", new JsonArray()).With("comment", "only words"),
        ]);

        var lines = new List<string>();
        var next = new Uri("/v1/responses?limit=1&format=csv", UriKind.Relative);
        while (true)
        {
            using HttpResponseMessage page = await app.Client.GetAsync(next);
            string text = await page.Content.ReadAsStringAsync();
            text.Should()
                .StartWith(
                    "source,id,survey,respondedAt,metric,question,score,scaleMin,scaleMax,direction,customerId,"
                );
            lines.AddRange(text.Split("\r\n")[1..^1]);
            if (!page.Headers.TryGetValues("Link", out IEnumerable<string>? links))
            {
                break;
            }

            string link = links.Single();
            next = new Uri(link[1..link.IndexOf('>', StringComparison.Ordinal)], UriKind.Relative);
        }

        lines.Should().HaveCount(4);
        lines[0]
            .Should()
            .StartWith("api,1,relationship,2026-03-10T12:00:00Z,nps,nps,10,0,10,higherIsBetter,")
            .And.Contain("\"a, \"\"b\"\"\nc\"");
        lines[2].Should().StartWith("api,2,relationship,2026-03-10T12:00:00Z,csat,csat,2,1,5,higherIsBetter,");
        lines[3].Should().StartWith("api,3,relationship,2026-03-10T12:00:00Z,,,,,,,");
    }

    [TestCase("survey=relationship", 2)]
    [TestCase("survey=nobody", 0)]
    [TestCase("customerId=c-1", 2)]
    [TestCase("customerId=c-1&survey=other", 1)]
    [TestCase("from=2026-03-10&to=2026-03-11", 1)]
    [TestCase("from=2026-03-11", 2)]
    [TestCase("to=2026-03-12", 2)]
    public async Task Filters_SelectResponses(string query, int expected)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 10).With("customerId", "c-1"),
            Sample.Response("2", 10, respondedAt: "2026-03-11T00:00:00Z"),
            Sample.Response("3", 10, survey: "other", respondedAt: "2026-03-12T00:00:00Z").With("customerId", "c-1"),
        ]);

        JsonObject page = await app.GetJsonAsync($"/v1/responses?{query}");

        page["responses"]!.AsArray().Should().HaveCount(expected);
    }

    [TestCase("limit=0", "limit", "outOfRange")]
    [TestCase("limit=1001", "limit", "outOfRange")]
    [TestCase("limit=ten", "limit", "wrongType")]
    [TestCase("cursor=garbage", "cursor", "unknownValue")]
    [TestCase("from=2026-13-01", "from", "badTimestamp")]
    [TestCase("from=2026-01-02&to=2026-01-01", "from", "outOfRange")]
    [TestCase("customer=c-1", "customer", "unknownMember")]
    public async Task Query_WithABadParameter_IsAProblemThatNamesIt(string query, string parameter, string code)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri($"/v1/responses?{query}", UriKind.Relative)
        );

        await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, parameter, code);
    }
}
