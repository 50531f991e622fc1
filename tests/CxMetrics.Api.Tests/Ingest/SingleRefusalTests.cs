using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>One response as a JSON object with something wrong: the member is named, and nothing stored before is lost.</summary>
public sealed class SingleRefusalTests
{
    private const string Answers = """[{"metric":"nps","score":9}]""";

    [TestCase("hello", TestName = "NotJson_Word")]
    [TestCase("id=1&survey=s", TestName = "NotJson_Form")]
    [TestCase("{'id':'bad'}", TestName = "NotJson_SingleQuotes")]
    [TestCase("""{"id":"bad",}""", TestName = "NotJson_TrailingComma")]
    [TestCase("""{"id":"bad" /* why */}""", TestName = "NotJson_Comment")]
    [TestCase("""{"id":"bad"}{"id":"worse"}""", TestName = "NotJson_TwoObjects")]
    [TestCase("""{"id":"bad","survey":"s","answers":[{"metric":"nps","score":NaN}]}""", TestName = "NotJson_NaN")]
    [TestCase(
        """{"id":"bad","survey":"s","answers":[{"metric":"nps","score":09}]}""",
        TestName = "NotJson_LeadingZero"
    )]
    [TestCase("""{"id":"bad","survey":"s","answers":[{"metric":"nps","score":9}]""", TestName = "NotJson_CutOff")]
    [TestCase("{\"id\":\"b\nad\"}", TestName = "NotJson_RawLineFeedInAString")]
    [TestCase("""{"id":"\x62ad"}""", TestName = "NotJson_UnknownEscape")]
    public Task NotJson(string body) => AssertRefusedAsync(body, "body invalidJson");

    [TestCase("\"text\"")]
    [TestCase("17")]
    [TestCase("null")]
    [TestCase("true")]
    public Task NotAnObject(string body) => AssertRefusedAsync(body, "body wrongType");

    [TestCase("")]
    [TestCase(" \r\n\t ")]
    [TestCase("\uFEFF")]
    public Task EmptyBody(string body) => AssertRefusedAsync(body, "body emptyBody");

    [TestCase("id", "17", "id wrongType")]
    [TestCase("id", "{}", "id wrongType")]
    [TestCase("survey", "true", "survey wrongType")]
    [TestCase("respondedAt", "1772359200", "respondedAt wrongType")]
    [TestCase("answers", "{}", "answers wrongType")]
    [TestCase("answers", "[9]", "answers[0] wrongType")]
    [TestCase("answers", "[null]", "answers[0] wrongType")]
    [TestCase("comment", "[]", "comment wrongType")]
    [TestCase("complete", "\"true\"", "complete wrongType")]
    [TestCase("test", "1", "test wrongType")]
    [TestCase("attributes", "[]", "attributes wrongType")]
    [TestCase("attributes", """{"a":{"b":1}}""", "attributes.a wrongType")]
    [TestCase("attributes", """{"ok":1,"a":[1]}""", "attributes.a wrongType")]
    public Task WrongType(string member, string value, string error) => AssertMemberAsync(member, value, error);

    [TestCase("metric", "5", "answers[0].metric wrongType")]
    [TestCase("score", "\"9\"", "answers[0].score wrongType")]
    [TestCase("score", "true", "answers[0].score wrongType")]
    [TestCase("scale", "\"0-10\"", "answers[0].scale wrongType")]
    [TestCase("scale", """{"min":"0","max":10}""", "answers[0].scale.min wrongType")]
    [TestCase("scale", """{"min":0,"max":10,"direction":1}""", "answers[0].scale.direction wrongType")]
    public Task WrongTypeInAnAnswer(string member, string value, string error) =>
        AssertAnswerAsync(member, value, error);

    [TestCase("custmerId", "\"c\"", "custmerId unknownMember")]
    [TestCase("Id", "\"c\"", "Id unknownMember")]
    [TestCase("", "1", " unknownMember")]
    [TestCase("answer", "[]", "answer unknownMember")]
    [TestCase("deep", """{"a":[{"b":1}]}""", "deep unknownMember")]
    public Task UnknownMember(string member, string value, string error) => AssertMemberAsync(member, value, error);

    [TestCase("points", "1", "answers[0].points unknownMember")]
    [TestCase("scale", """{"min":0,"max":10,"step":1}""", "answers[0].scale.step unknownMember")]
    public Task UnknownMemberInAnAnswer(string member, string value, string error) =>
        AssertAnswerAsync(member, value, error);

    [TestCase("11")]
    [TestCase("-1")]
    [TestCase("1e400")]
    [TestCase("1e4294967296")]
    [TestCase("99999999999999999999")]
    public Task ScoreOffItsScale(string score) => AssertAnswerAsync("score", score, "answers[0].score outOfRange");

    [TestCase("9.5")]
    [TestCase("9.0000000000000000000000001")]
    [TestCase("1e-400")]
    public Task FractionalScore(string score) => AssertAnswerAsync("score", score, "answers[0].score notAnInteger");

    [TestCase("""{"min":1,"max":10}""", "answers[0].scale scaleMismatch")]
    [TestCase("""{"min":0,"max":10,"direction":"lowerIsBetter"}""", "answers[0].scale scaleMismatch")]
    [TestCase("""{"min":0,"max":11}""", "answers[0].scale outOfRange")]
    [TestCase("""{"min":5,"max":5}""", "answers[0].scale outOfRange")]
    [TestCase("""{"min":0}""", "answers[0].scale.max required")]
    [TestCase("""{"min":0,"max":10,"direction":"up"}""", "answers[0].scale.direction unknownValue")]
    public Task WrongScale(string scale, string error) => AssertAnswerAsync("scale", scale, error);

    [Test]
    public async Task ScaleMismatch_WithTheFirstAnswerOfTheQuestion()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        (await app.SendResponseAsync(Sample.Response("five", 4, metric: "csat"))).Should().Be("stored");
        JsonObject seven = Sample.Response("bad", 4, metric: "csat");
        seven["answers"]![0]!["scale"] = new JsonObject { ["min"] = 1, ["max"] = 7 };

        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", seven.ToJsonString());

        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.BadRequest);
        problem.Errors().Should().Equal("answers[0].scale scaleMismatch");
        (await app.IdsAsync()).Should().Equal("five", Kept.Id);
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1));
    }

    [TestCase("2026-03-10T12:00:00")]
    [TestCase("2026-03-10")]
    [TestCase("2026-03-10 12:00")]
    public Task TimeWithoutZone(string time) =>
        AssertMemberAsync("respondedAt", $"\"{time}\"", "respondedAt badTimestamp");

    [TestCase("yesterday")]
    [TestCase("2026-02-29T12:00:00Z")]
    [TestCase("2026-03-10T25:00:00Z")]
    [TestCase("2026-03-10T12:00:00+0100")]
    [TestCase("10.03.2026 12:00:00Z")]
    public Task NoTime(string time) => AssertMemberAsync("respondedAt", $"\"{time}\"", "respondedAt badTimestamp");

    [TestCase("1999-12-31T23:59:59.999999Z")]
    [TestCase("2000-01-01T00:00:00+00:01")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    [TestCase("2026-04-02T00:00:00.000001Z")]
    [TestCase("9999-12-31T23:59:59-23:59")]
    public Task AbsurdTime(string time) => AssertMemberAsync("respondedAt", $"\"{time}\"", "respondedAt outOfRange");

    [TestCase("source", 201)]
    [TestCase("id", 201)]
    [TestCase("survey", 201)]
    [TestCase("customerId", 201)]
    [TestCase("accountId", 201)]
    [TestCase("touchpoint", 201)]
    [TestCase("channel", 201)]
    [TestCase("segment", 201)]
    [TestCase("locale", 36)]
    [TestCase("comment", 20_001)]
    public Task TooLongText(string member, int length) =>
        AssertMemberAsync(member, $"\"{new string('x', length)}\"", $"{member} tooLong");

    [Test]
    public Task TooLongQuestion() =>
        AssertAnswerAsync("question", $"\"{new string('x', 201)}\"", "answers[0].question tooLong");

    [Test]
    public Task TooLongAttribute() =>
        AssertMemberAsync("attributes", $$"""{"a":"{{new string('x', 2_001)}}"}""", "attributes.a tooLong");

    [Test]
    public Task FiftyOneAttributes()
    {
        string members = string.Join(',', Enumerable.Range(0, 51).Select(number => $"\"a{number}\":{number}"));
        return AssertMemberAsync("attributes", $"{{{members}}}", "attributes tooMany");
    }

    [Test]
    public Task AttributeGivenTwice() =>
        AssertMemberAsync("attributes", """{"a":1,"\u0061":2}""", "attributes.a duplicateMember");

    [TestCase("\"id\":\"bad\",\"id\":\"bad\"")]
    [TestCase("\"id\":\"bad\",\"\\u0069d\":\"worse\"")]
    public Task DuplicateMember(string members) =>
        AssertRefusedAsync(
            $$"""{{{members}},"survey":"s","respondedAt":"2026-03-10T12:00:00Z","answers":{{Answers}}}""",
            "id duplicateMember"
        );

    [Test]
    public Task QuestionAnsweredTwice() =>
        AssertMemberAsync(
            "answers",
            """[{"metric":"nps","score":9},{"metric":"nps","score":1}]""",
            "answers[1].question duplicateMember"
        );

    [Test]
    public async Task InvalidUtf8()
    {
        byte[] body = Encoding.Latin1.GetBytes(Sample.Response("bad", 9).With("comment", "x").ToJsonString());
        body[Array.IndexOf(body, (byte)'x')] = 0xE9;
        await AssertRefusedAsync(body, "comment badText");
    }

    [TestCase("\\ud83d")]
    [TestCase("\\ude42 x")]
    [TestCase("\\ud83d\\ud83d")]
    [TestCase("a\\u0000b")]
    public Task TextThatIsNone(string comment) => AssertMemberAsync("comment", $"\"{comment}\"", "comment badText");

    [Test]
    public Task DepthBomb_AsTheBody() =>
        AssertRefusedAsync(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), "body invalidJson");

    [Test]
    public Task DepthBomb_InsideAMember() =>
        AssertMemberAsync("bomb", new string('[', 100_000) + new string(']', 100_000), "body invalidJson");

    [Test]
    public Task NothingSaid() => AssertMemberAsync("answers", "[]", "answers required");

    [Test]
    public Task EveryError_IsListedAtOnce() =>
        AssertRefusedAsync(
            """
            {"id":"","respondedAt":"2026-03-10T12:00:00","custmerId":"c","locale":7,
             "answers":[{"metric":"nps","score":11},{"metric":"happiness","score":1},{"score":2.5}]}
            """,
            "respondedAt badTimestamp",
            "custmerId unknownMember",
            "locale wrongType",
            "answers[0].score outOfRange",
            "answers[1].metric unknownValue",
            "answers[2].score notAnInteger",
            "answers[2].metric required",
            "id required",
            "survey required"
        );

    private static Task AssertMemberAsync(string member, string json, string error)
    {
        var members = new Dictionary<string, string>
        {
            ["id"] = "\"bad\"",
            ["survey"] = "\"relationship\"",
            ["respondedAt"] = "\"2026-03-10T12:00:00Z\"",
            ["answers"] = Answers,
            [member] = json,
        };
        return AssertRefusedAsync(Object(members), error);
    }

    private static Task AssertAnswerAsync(string member, string json, string error)
    {
        var answer = new Dictionary<string, string>
        {
            ["metric"] = "\"nps\"",
            ["score"] = "9",
            [member] = json,
        };
        return AssertMemberAsync("answers", $"[{Object(answer)}]", error);
    }

    private static string Object(Dictionary<string, string> members) =>
        $"{{{string.Join(',', members.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}";

    private static Task AssertRefusedAsync(string body, params string[] errors) =>
        AssertRefusedAsync(Encoding.UTF8.GetBytes(body), errors);

    private static async Task AssertRefusedAsync(byte[] body, params string[] errors)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(body);
        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, errors);
    }
}
