using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Many responses as CSV.</summary>
public sealed class CsvTests
{
    private const string Key = "id,survey,respondedAt";
    private const string Rest = "relationship,2026-03-10T12:00:00Z";

    [TestCase("metric,score", "nps,9", """[{"question":"nps","metric":"nps","score":9,"scale":{0-10}}]""")]
    [TestCase("nps", "9", """[{"question":"nps","metric":"nps","score":9,"scale":{0-10}}]""")]
    [TestCase(
        "nps,csat,ces",
        "9,4,6",
        """[{"question":"nps","metric":"nps","score":9,"scale":{0-10}},{"question":"csat","metric":"csat","score":4,"scale":{1-5}},{"question":"ces","metric":"ces","score":6,"scale":{1-7}}]"""
    )]
    [TestCase("nps,csat,ces", ",4,", """[{"question":"csat","metric":"csat","score":4,"scale":{1-5}}]""")]
    [TestCase(
        "metric,score,question,scaleMin,scaleMax,direction",
        "ces,2,Effort,1,5,lowerIsBetter",
        """[{"question":"Effort","metric":"ces","score":2,"scale":{1-5 lower}}]"""
    )]
    [TestCase(
        "rating,rating.scale,csat:Seat comfort,csat:Food,csat.scale",
        "3,0-3,4,7,1-7",
        """[{"question":"rating","metric":"rating","score":3,"scale":{0-3}},{"question":"Seat comfort","metric":"csat","score":4,"scale":{1-7}},{"question":"Food","metric":"csat","score":7,"scale":{1-7}}]"""
    )]
    [TestCase(
        "ces:Effort,ces:Effort.scale",
        "2,1-5 lowerIsBetter",
        """[{"question":"Effort","metric":"ces","score":2,"scale":{1-5 lower}}]"""
    )]
    public async Task AnswerColumns_OfEveryForm_AreTaken(string columns, string cells, string answers)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        JsonObject report = await SendAsync(app, $"{Key},{columns}\r\nr,{Rest},{cells}\r\n");

        report.Counts().Should().Be("1 1 0 0 0");
        JsonObject stored = await app.GetJsonAsync("/v1/responses/api/r");
        stored["answers"]!.ToJsonString().Should().Be(Spelled(answers));
    }

    [Test]
    public async Task QuotedComments_OverManyLines_AreKeptByteForByte()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        string[] comments =
        [
            "two\r\nlines",
            "\"quoted\", with a comma",
            " spaces \n\n kept ",
            "тест 🙂 e\u0301",
            "=1+1",
            "a\rb",
        ];
        string rows = string.Concat(
            comments.Select(
                (comment, number) =>
                    $"r{number},{Rest},9,\"{comment.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"
            )
        );

        (await SendAsync(app, $"{Key},nps,comment\r\n{rows}")).Counts().Should().Be("6 6 0 0 0");

        for (int number = 0; number < comments.Length; number++)
        {
            JsonObject stored = await app.GetJsonAsync($"/v1/responses/api/r{number}");
            stored["comment"]!.GetValue<string>().Should().Be(comments[number]);
        }
    }

    [Test]
    public async Task EveryMember_IsTaken()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        await SendAsync(
            app,
            "\uFEFFsource,id,survey,respondedAt,nps,customerId,accountId,touchpoint,channel,segment,locale,comment,complete,test,attributes.plan,attributes.n\n"
                + $"crm,r,{Rest},9,c-1,a-1,checkout,web,new,de-AT,gut,FALSE,1,pro,7"
        );

        JsonObject stored = await app.GetJsonAsync("/v1/responses/crm/r");
        foreach (string ours in new[] { "recordedAt", "suspectedDuplicate", "erased", "answers" })
        {
            stored.Remove(ours);
        }

        stored
            .ToJsonString()
            .Should()
            .Be(
                """{"source":"crm","id":"r","survey":"relationship","respondedAt":"2026-03-10T12:00:00Z","customerId":"c-1","accountId":"a-1","touchpoint":"checkout","channel":"web","segment":"new","locale":"de-AT","comment":"gut","complete":false,"test":true,"attributes":{"n":"7","plan":"pro"}}"""
            );
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1), "a trial is never counted");
    }

    [Test]
    public async Task BadRows_AreNamedByPhysicalLineAndColumn_AndTheOthersAreStored()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        string[] lines =
        [
            $"{Key},nps,comment",
            $"a,{Rest},9,\"two",
            "lines\"",
            $"bad,{Rest},11,\"three",
            "",
            "lines\"",
            $"bad,{Rest},9.5,",
            "bad,relationship,2026-03-10T12:00:00,9,",
            $"bad,{Rest},9",
            $"bad,{Rest},9,a\"b",
            $",{Rest},x,",
            $"b,{Rest},1,",
        ];

        JsonObject report = await SendAsync(app, string.Join("\r\n", lines));

        report.Counts().Should().Be("8 2 0 0 6");
        report
            .Errors()
            .Should()
            .BeEquivalentTo(
                "4 nps outOfRange",
                "7 nps notAnInteger",
                "8 respondedAt badTimestamp",
                "9 body invalidCsv",
                "10 body invalidCsv",
                "11 id required",
                "11 nps wrongType"
            );
        await app.AssertKeptAsync("a", "b");
    }

    [TestCase("survey,respondedAt,nps", "id required")]
    [TestCase("id,respondedAt,nps", "survey required")]
    [TestCase("id,survey,nps", "respondedAt required")]
    [TestCase(Key + ",comment", "score required")]
    [TestCase(Key + ",score", "metric required")]
    [TestCase(Key + ",nps,nps", "nps duplicateMember")]
    [TestCase(Key + ",id,nps", "id duplicateMember")]
    [TestCase(Key + ",nps,Comment", "Comment unknownMember")]
    [TestCase(Key + ",nps,csat.scale", "csat required")]
    [TestCase("survey,nps,nps", "nps duplicateMember", "id required", "respondedAt required")]
    public async Task Header_MissingDoubledOrUnknown_IsRefusedNamingTheColumn(string header, params string[] errors)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of($"{header}\r\nbad,{Rest},9\r\n", Bodies.Csv);

        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, errors);
    }

    [Test]
    public async Task NoHeaderAtAll_IsRefused()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of($"bad,{Rest},9\r\n", Bodies.Csv);

        using HttpResponseMessage answer = await app.Client.PostAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content
        );

        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, "id", "required");
        problem.Errors().Should().Contain("bad unknownMember");
        await app.AssertKeptAsync();
    }

    [TestCase("")]
    [TestCase("\uFEFF\r\n\r\n")]
    public async Task EmptyFile_IsRefused(string body)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(body, Bodies.Csv);

        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, "body emptyBody");
    }

    [Test]
    public async Task OnlyAHeader_IsAnEmptyReport()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        (await SendAsync(app, $"{Key},nps\r\n")).Counts().Should().Be("0 0 0 0 0");
    }

    [Test]
    public async Task EndInsideAQuotedField_IsTruncated_AndKeepsTheRowsBefore()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        string body = $"{Key},nps,comment\r\na,{Rest},9,fine\r\nbad,{Rest},9,\"never closed\r\n";

        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body, Bodies.Csv);

        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, "body", "truncated");
        JsonObject report = problem["report"]!.AsObject();
        report.Counts().Should().Be("2 1 0 0 1");
        report.Errors().Should().Equal("3 body truncated");
        await app.AssertKeptAsync("a");
    }

    [Test]
    public async Task ScaleMismatch_IsNamedByItsLineAndColumn()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        JsonObject report = await SendAsync(
            app,
            $"{Key},nps,csat,csat.scale\na,{Rest},9,4,1-5\nbad,{Rest},9,4,1-7\nb,{Rest},9,4,\n"
        );

        report.Counts().Should().Be("3 2 0 0 1");
        report.Errors().Should().ContainSingle().Which.Should().StartWith("3 ").And.EndWith(" scaleMismatch");
        await app.AssertKeptAsync("a", "b");
    }

    [Test]
    public async Task SameFactsInJson_AreDuplicates()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        JsonObject[] responses = [.. Sample.Responses("r", 30, 0, 7, 9)];
        await app.SendResponsesAsync(responses);

        (await SendAsync(app, Bodies.NpsCsv(responses))).Counts().Should().Be("30 0 0 30 0");

        (await app.NpsCountsAsync()).Should().Be((10, 10, 11));
    }

    private static string Spelled(string answers)
    {
        foreach ((string key, string min, string max) in new[] { ("0-10", "0", "10"), ("0-3", "0", "3") })
        {
            answers = answers.Replace($"{{{key}}}", Scale(min, max, "higher"), StringComparison.Ordinal);
        }

        return answers
            .Replace("{1-5 lower}", Scale("1", "5", "lower"), StringComparison.Ordinal)
            .Replace("{1-5}", Scale("1", "5", "higher"), StringComparison.Ordinal)
            .Replace("{1-7}", Scale("1", "7", "higher"), StringComparison.Ordinal);
    }

    private static string Scale(string min, string max, string direction) =>
        $$"""{"min":{{min}},"max":{{max}},"direction":"{{direction}}IsBetter"}""";

    private static async Task<JsonObject> SendAsync(CxMetricsApplication app, string body)
    {
        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body, Bodies.Csv);
        return await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
    }
}
