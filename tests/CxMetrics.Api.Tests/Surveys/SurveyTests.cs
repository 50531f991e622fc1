using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Surveys;

public sealed class SurveyTests
{
    [Test]
    public async Task Declare_Twice_IsCreatedThenTheSame()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        const string Body = """
            {"kind":"transactional","title":" After a visit ","questions":[
              {"name":"speed","metric":"csat","text":"How quick were we?","satisfiedFrom":3},
              {"name":"effort","metric":"ces","scale":{"min":1,"max":5,"direction":"lowerIsBetter"},"agreeFrom":2}]}
            """;

        using HttpResponseMessage first = await app.PutSurveyAsync("visit", Body);
        using HttpResponseMessage second = await app.PutSurveyAsync("visit", Body);

        JsonObject created = await CxMetricsApplication.ReadJsonAsync(first, HttpStatusCode.Created);
        first.Headers.Location!.ToString().Should().Be("/v1/surveys/visit");
        created
            .ToJsonString()
            .Should()
            .Be(
                """{"key":"visit","kind":"transactional","title":"After a visit","questions":["""
                    + """{"name":"effort","metric":"ces","scale":{"min":1,"max":5,"direction":"lowerIsBetter"},"text":null,"agreeFrom":2},"""
                    + """{"name":"speed","metric":"csat","scale":{"min":1,"max":5,"direction":"higherIsBetter"},"text":"How quick were we?","satisfiedFrom":3}]}"""
            );
        (await CxMetricsApplication.ReadJsonAsync(second, HttpStatusCode.OK))
            .ToJsonString()
            .Should()
            .Be(created.ToJsonString());
        (await app.GetJsonAsync("/v1/surveys/visit")).ToJsonString().Should().Be(created.ToJsonString());
    }

    [TestCase("""{"kind":"nps"}""", "kind", "wrongType")]
    [TestCase("""{"kind":1}""", "kind", "wrongType")]
    [TestCase("""{"kinds":"relationship"}""", "kinds", "unknownMember")]
    [TestCase("""{"questions":[{"name":"speed","sort":1}]}""", "questions[0].sort", "unknownMember")]
    [TestCase("""{"questions":[{"name":" "}]}""", "questions[0].name", "required")]
    [TestCase("""{"questions":[null]}""", "questions[0]", "wrongType")]
    [TestCase("""{"questions":[{"name":"nobody"}]}""", "questions[0].metric", "required")]
    [TestCase("""{"questions":[{"name":"new","metric":"rating"}]}""", "questions[0].scale", "required")]
    [TestCase("""{"questions":[{"name":"csat"},{"name":"csat"}]}""", "questions[1].name", "duplicateMember")]
    [TestCase("""{"questions":[{"name":"csat","metric":"ces"}]}""", "questions[0].metric", "scaleMismatch")]
    [TestCase("""{"questions":[{"name":"csat","scale":{"min":1,"max":7}}]}""", "questions[0].scale", "scaleMismatch")]
    [TestCase("""{"questions":[{"name":"csat","scale":{"min":7,"max":1}}]}""", "questions[0].scale", "outOfRange")]
    [TestCase(
        """{"questions":[{"name":"n","metric":"nps","scale":{"min":1,"max":7}}]}""",
        "questions[0].scale",
        "scaleMismatch"
    )]
    [TestCase("""{"questions":[{"name":"csat","satisfiedFrom":6}]}""", "questions[0].satisfiedFrom", "outOfRange")]
    [TestCase("""{"questions":[{"name":"csat","satisfiedFrom":3.5}]}""", "questions[0].satisfiedFrom", "wrongType")]
    [TestCase("""{"questions":[{"name":"csat","agreeFrom":4}]}""", "questions[0].agreeFrom", "unknownMember")]
    [TestCase("""{"questions":[{"name":"ces","metric":"ces","easyFrom":3}]}""", "questions[0].easyFrom", "outOfRange")]
    [TestCase(
        """{"questions":[{"name":"ces","metric":"ces","difficultFrom":6}]}""",
        "questions[0].difficultFrom",
        "outOfRange"
    )]
    [TestCase("[]", "body", "invalidJson")]
    [TestCase("null", "body", "wrongType")]
    [TestCase("", "body", "emptyBody")]
    public async Task Declare_Bad_IsAProblemAndChangesNothing(string body, string field, string code)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponseAsync(Sample.Response("1", 4, "csat"));
        string before = (await app.GetJsonAsync("/v1/surveys")).ToJsonString();

        using HttpResponseMessage answer = await app.PutSurveyAsync("relationship", body);

        await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, field, code);
        (await app.GetJsonAsync("/v1/surveys")).ToJsonString().Should().Be(before);
    }

    [Test]
    public async Task Declare_TooLong_NamesTheMember()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        string longName = new('x', 201);

        using HttpResponseMessage title = await app.PutSurveyAsync("s", $$"""{"title":"{{longName}}"}""");
        using HttpResponseMessage key = await app.PutSurveyAsync(longName, "{}");

        await Problem.ReadAsync(title, HttpStatusCode.BadRequest, "title", "tooLong");
        await Problem.ReadAsync(key, HttpStatusCode.BadRequest, "survey", "tooLong");
    }

    [Test]
    public async Task List_DeclaredAndAnswered_PagesByKey()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        foreach (string key in new[] { "b", "a/ä", "d" })
        {
            await app.DeclareAsync(key, """{"kind":"relationship"}""");
        }

        await app.SendResponseAsync(Sample.Response("1", 9, survey: "c"));

        JsonObject first = await app.GetJsonAsync("/v1/surveys?limit=3");
        JsonObject second = await app.GetJsonAsync($"/v1/surveys?limit=3&cursor={first["nextCursor"]}");

        Keys(first).Should().Equal("a/ä relationship", "b relationship", "c ");
        Keys(second).Should().Equal("d relationship");
        second["nextCursor"].Should().BeNull();
        (await app.GetJsonAsync("/v1/surveys/a%2F%C3%A4"))["key"]!.GetValue<string>().Should().Be("a/ä");
    }

    [TestCase("/v1/surveys?cursor=%%%", "cursor", "unknownValue")]
    [TestCase("/v1/surveys?cursor=_w", "cursor", "unknownValue")]
    [TestCase("/v1/surveys?limit=0", "limit", "outOfRange")]
    [TestCase("/v1/surveys?kind=relationship", "kind", "unknownMember")]
    public async Task List_BadParameter_IsAProblem(string path, string parameter, string code)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, parameter, code);
    }

    [Test]
    public async Task Get_Unknown_IsNotFound()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(new Uri("/v1/surveys/none", UriKind.Relative));

        await Problem.ReadAsync(answer, HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Keys(JsonObject page) =>
        page["surveys"]!.AsArray().Select(survey => $"{survey!["key"]} {survey["kind"]}");
}
