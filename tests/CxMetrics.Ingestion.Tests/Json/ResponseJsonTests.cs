using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Ingestion.Tests.Support;

namespace CxMetrics.Ingestion.Tests.Json;

public class ResponseJsonTests
{
    [Test]
    public async Task IngestOne_OnlyWhatIsRequired_GetsTheDefaults()
    {
        SurveyResponse response = await new Support.Ingestion().StoreOneAsync(Support.Ingestion.Json());

        response
            .Should()
            .BeEquivalentTo(
                new SurveyResponse
                {
                    Source = "api",
                    Id = "r1",
                    Survey = "post-purchase",
                    RespondedAt = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero),
                    Answers = [new Answer("nps", RatingMetric.Nps, 9, RatingScale.NetPromoter)],
                }
            );
    }

    [Test]
    public async Task IngestOne_EveryMember_IsTaken()
    {
        SurveyResponse response = await new Support.Ingestion().StoreOneAsync(
            """
            { "attributes": {"plan": "pro", "age": 1.50, "vip": true, "a": null}, "test": true, "complete": false,
              "comment": "  Great \"stuff\" \u00e9\ud83d\ude00\n", "locale": "de-CH", "segment": " b2b ", "channel": "web",
              "touchpoint": "checkout", "accountId": "a1", "customerId": "c1",
              "answers": [
                {"score": 2, "metric": "rating", "question": "Noise", "scale": {"max": 3, "min": -3, "direction": "lowerIsBetter"}},
                {"metric": "csat", "score": 5.0}, {"metric": "ces", "score": 7e0, "scale": null, "question": null},
                {"metric": "ces", "score": 5, "question": "Ease", "scale": {"min": 1, "max": 5}}],
              "respondedAt": "2026-03-01T09:30:00.1234567+02:00", "survey": "s", "id": "7", "source": "typeform" }
            """
        );

        response
            .Should()
            .BeEquivalentTo(
                new SurveyResponse
                {
                    Source = "typeform",
                    Id = "7",
                    Survey = "s",
                    RespondedAt = new DateTimeOffset(2026, 3, 1, 7, 30, 0, TimeSpan.Zero).AddMicroseconds(123456),
                    Answers =
                    [
                        new Answer(
                            "Noise",
                            RatingMetric.Rating,
                            2,
                            new RatingScale(-3, 3, ScaleDirection.LowerIsBetter)
                        ),
                        new Answer("csat", RatingMetric.Csat, 5, RatingScale.FivePoint),
                        new Answer("ces", RatingMetric.Ces, 7, RatingScale.SevenPoint),
                        new Answer("Ease", RatingMetric.Ces, 5, RatingScale.FivePoint),
                    ],
                    CustomerId = "c1",
                    AccountId = "a1",
                    Touchpoint = "checkout",
                    Channel = "web",
                    Segment = "b2b",
                    Locale = "de-CH",
                    Comment = "  Great \"stuff\" é😀\n",
                    Complete = false,
                    Test = true,
                    Attributes = """{"a":null,"age":1.50,"plan":"pro","vip":true}""",
                },
                options => options.WithStrictOrdering()
            );
    }

    [TestCase("\"customerId\":\"\"")]
    [TestCase("\"customerId\":\"  \\t \"")]
    [TestCase("\"customerId\":null")]
    [TestCase("\"comment\":\" \\n \"")]
    [TestCase("\"comment\":null")]
    [TestCase("\"attributes\":{}")]
    [TestCase("\"attributes\":{\"x\":\" \"}")]
    [TestCase("\"attributes\":null")]
    [TestCase("\"complete\":null,\"test\":null")]
    [TestCase("\"source\":\"\"")]
    public async Task IngestOne_EmptyOrNullMember_IsAbsent(string member)
    {
        var ingestion = new Support.Ingestion();
        SurveyResponse plain = await ingestion.StoreOneAsync(Support.Ingestion.Json("r1"));
        SurveyResponse response = await ingestion.StoreOneAsync(Support.Ingestion.Json("r2", "," + member));
        (response with { Id = "r1" }).HasSameContentAs(plain).Should().BeTrue();
    }

    [Test]
    public async Task IngestOne_MemberNameWithEscapes_IsTheSameMember()
    {
        string json = Support.Ingestion.Json().Replace("\"survey\"", "\"s\\u0075rvey\"", StringComparison.Ordinal);
        (await new Support.Ingestion().StoreOneAsync(json)).Survey.Should().Be("post-purchase");
    }

    [TestCase(
        """{"survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[{"metric":"nps","score":9}]}""",
        "id",
        "required"
    )]
    [TestCase(
        """{"id":" ","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[{"metric":"nps","score":9}]}""",
        "id",
        "required"
    )]
    [TestCase(
        """{"id":"1","respondedAt":"2026-03-01T09:30:00Z","answers":[{"metric":"nps","score":9}]}""",
        "survey",
        "required"
    )]
    [TestCase("""{"id":"1","survey":"s","answers":[{"metric":"nps","score":9}]}""", "respondedAt", "required")]
    [TestCase(
        """{"id":"1","survey":"s","respondedAt":"","answers":[{"metric":"nps","score":9}]}""",
        "respondedAt",
        "required"
    )]
    [TestCase("""{"id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","comment":"hi"}""", "answers", "required")]
    [TestCase("""{"id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":null}""", "answers", "required")]
    [TestCase("""{"id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[]}""", "answers", "required")]
    [TestCase("""{"id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":{}}""", "answers", "wrongType")]
    [TestCase(
        """{"id":1,"survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[{"metric":"nps","score":9}]}""",
        "id",
        "wrongType"
    )]
    [TestCase(
        """{"id":"1","survey":"s","respondedAt":1772357400,"answers":[{"metric":"nps","score":9}]}""",
        "respondedAt",
        "wrongType"
    )]
    [TestCase(
        """{"id":"1","survey":"s","respondedAt":"2026-03-01","answers":[{"metric":"nps","score":9}]}""",
        "respondedAt",
        "badTimestamp"
    )]
    [TestCase(
        """{"id":"1","survey":"s","respondedAt":"1999-03-01T00:00:00Z","answers":[{"metric":"nps","score":9}]}""",
        "respondedAt",
        "outOfRange"
    )]
    public Task IngestOne_WrongResponse_NamesMemberAndCode(string json, string field, string code) =>
        RejectsAsync(json, field, code);

    [TestCase("\"colour\":{\"a\":[1,{}]}", "colour", "unknownMember")]
    [TestCase("\"ID\":\"2\"", "ID", "unknownMember")]
    [TestCase("\"id\":\"r1\"", "id", "duplicateMember")]
    [TestCase("\"comment\":null,\"comment\":\"x\"", "comment", "duplicateMember")]
    [TestCase("\"test\":\"true\"", "test", "wrongType")]
    [TestCase("\"complete\":1", "complete", "wrongType")]
    [TestCase("\"comment\":[\"x\"]", "comment", "wrongType")]
    [TestCase("\"customerId\":\"a\\u0000b\"", "customerId", "badText")]
    [TestCase("\"comment\":\"a\\ud800b\"", "comment", "badText")]
    [TestCase("\"comment\":\"a\\udc00\\ud800\"", "comment", "badText")]
    [TestCase("\"attributes\":[]", "attributes", "wrongType")]
    [TestCase("\"attributes\":{\"plan\":{\"a\":1}}", "attributes.plan", "wrongType")]
    [TestCase("\"attributes\":{\"plan\":[1]}", "attributes.plan", "wrongType")]
    [TestCase("\"attributes\":{\"plan\":1,\"pl\\u0061n\":2}", "attributes.plan", "duplicateMember")]
    [TestCase("\"attributes\":{\"\":1}", "attributes", "required")]
    [TestCase("\"attributes\":{\"a\\ud800\":1}", "attributes", "badText")]
    [TestCase("\"attributes\":{\"a\":\"\\udc00\"}", "attributes.a", "badText")]
    public Task IngestOne_WrongMember_IsNamedWithItsCode(string member, string field, string code) =>
        RejectsAsync(Support.Ingestion.Json(extra: "," + member), field, code);

    [TestCase("""{"metric":"nps"}""", "answers[0].score", "required")]
    [TestCase("""{"metric":"nps","score":null}""", "answers[0].score", "required")]
    [TestCase("""{"score":9}""", "answers[0].metric", "required")]
    [TestCase("""{"metric":"NPS","score":9}""", "answers[0].metric", "unknownValue")]
    [TestCase("""{"metric":3,"score":9}""", "answers[0].metric", "wrongType")]
    [TestCase("""{"metric":"nps","score":"9"}""", "answers[0].score", "wrongType")]
    [TestCase("""{"metric":"nps","score":true}""", "answers[0].score", "wrongType")]
    [TestCase("""{"metric":"nps","score":8.5}""", "answers[0].score", "notAnInteger")]
    [TestCase("""{"metric":"nps","score":11}""", "answers[0].score", "outOfRange")]
    [TestCase("""{"metric":"nps","score":-1}""", "answers[0].score", "outOfRange")]
    [TestCase("""{"metric":"nps","score":1e400}""", "answers[0].score", "outOfRange")]
    [TestCase("""{"metric":"csat","score":0}""", "answers[0].score", "outOfRange")]
    [TestCase("""{"metric":"ces","score":7,"scale":{"min":1,"max":5}}""", "answers[0].score", "outOfRange")]
    [TestCase("""{"metric":"nps","score":9,"skore":1}""", "answers[0].skore", "unknownMember")]
    [TestCase("""{"metric":"nps","score":9,"score":9}""", "answers[0].score", "duplicateMember")]
    [TestCase(
        """{"metric":"nps","score":9,"scale":{"min":0,"max":10,"min":0}}""",
        "answers[0].scale.min",
        "duplicateMember"
    )]
    [TestCase("""{"metric":"nps","score":9,"scale":{"min":1,"max":10}}""", "answers[0].scale", "scaleMismatch")]
    [TestCase(
        """{"metric":"nps","score":9,"scale":{"min":0,"max":10,"direction":"lowerIsBetter"}}""",
        "answers[0].scale",
        "scaleMismatch"
    )]
    [TestCase("""{"metric":"rating","score":3}""", "answers[0].scale", "required")]
    [TestCase("""{"metric":"rating","score":3,"scale":{}}""", "answers[0].scale.min", "required")]
    [TestCase("""{"metric":"rating","score":3,"scale":{"min":1}}""", "answers[0].scale.max", "required")]
    [TestCase("""{"metric":"rating","score":3,"scale":{"min":5,"max":1}}""", "answers[0].scale", "outOfRange")]
    [TestCase("""{"metric":"rating","score":3,"scale":{"min":3,"max":3}}""", "answers[0].scale", "outOfRange")]
    [TestCase("""{"metric":"rating","score":3,"scale":{"min":0,"max":11}}""", "answers[0].scale", "outOfRange")]
    [TestCase(
        """{"metric":"rating","score":3,"scale":{"min":-2000000000,"max":2000000000}}""",
        "answers[0].scale",
        "outOfRange"
    )]
    [TestCase("""{"metric":"rating","score":3,"scale":{"min":0.5,"max":5}}""", "answers[0].scale.min", "notAnInteger")]
    [TestCase("""{"metric":"rating","score":3,"scale":{"min":1e99,"max":5}}""", "answers[0].scale.min", "outOfRange")]
    [TestCase("""{"metric":"rating","score":3,"scale":{"min":"1","max":5}}""", "answers[0].scale.min", "wrongType")]
    [TestCase(
        """{"metric":"rating","score":3,"scale":{"min":1,"max":5,"direction":"up"}}""",
        "answers[0].scale.direction",
        "unknownValue"
    )]
    [TestCase(
        """{"metric":"rating","score":3,"scale":{"min":1,"max":5,"step":1}}""",
        "answers[0].scale.step",
        "unknownMember"
    )]
    [TestCase("""{"metric":"rating","score":3,"scale":"1-5"}""", "answers[0].scale", "wrongType")]
    [TestCase("""{"metric":"nps","score":9,"question":7}""", "answers[0].question", "wrongType")]
    [TestCase("""{"metric":"nps","score":9,"question":"\ud800"}""", "answers[0].question", "badText")]
    [TestCase("""null""", "answers[0]", "wrongType")]
    [TestCase("""9""", "answers[0]", "wrongType")]
    [TestCase("""{"metric":"nps","score":9},{"metric":"nps","score":8}""", "answers[1].question", "duplicateMember")]
    [TestCase(
        """{"metric":"nps","score":9},{"metric":"csat","score":3,"question":" nps "}""",
        "answers[1].question",
        "duplicateMember"
    )]
    public Task IngestOne_WrongAnswer_IsNamedWithItsCode(string answers, string field, string code) =>
        RejectsAsync(
            $$"""{"id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[{{answers}}]}""",
            field,
            code
        );

    [TestCase("id", 200)]
    [TestCase("source", 200)]
    [TestCase("survey", 200)]
    [TestCase("customerId", 200)]
    [TestCase("accountId", 200)]
    [TestCase("touchpoint", 200)]
    [TestCase("channel", 200)]
    [TestCase("segment", 200)]
    [TestCase("locale", 35)]
    [TestCase("comment", 20_000)]
    public async Task IngestOne_Text_MayBeAsLongAsItsLimit(string member, int longest)
    {
        await new Support.Ingestion().StoreOneAsync(With(longest));
        await RejectsAsync(With(longest + 1), member, FactErrorCodes.TooLong);

        string With(int length)
        {
            var members = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["id"] = "1",
                ["survey"] = "s",
                ["respondedAt"] = "2026-03-01T09:30:00Z",
                ["answers"] = new[] { new { metric = "nps", score = 9 } },
            };
            members[member] = new string('é', length);
            return System.Text.Json.JsonSerializer.Serialize(members);
        }
    }

    [Test]
    public async Task IngestOne_Attributes_HaveLimits()
    {
        string many = string.Join(',', Enumerable.Range(0, 50).Select(index => $"\"a{index:D2}\":{index}"));
        await new Support.Ingestion().StoreOneAsync(With(many));
        await RejectsAsync(With(many + ",\"z\":1,\"y\":2"), "attributes", FactErrorCodes.TooMany);
        await new Support.Ingestion().StoreOneAsync(With($"\"{new string('n', 100)}\":\"{new string('v', 2000)}\""));
        await RejectsAsync(With($"\"{new string('n', 101)}\":1"), "attributes", FactErrorCodes.TooLong);
        await RejectsAsync(With($"\"a\":\"{new string('v', 2001)}\""), "attributes.a", FactErrorCodes.TooLong);
        await RejectsAsync(With($"\"a\":{new string('9', 2001)}"), "attributes.a", FactErrorCodes.TooLong);

        static string With(string attributes) => Support.Ingestion.Json(extra: $",\"attributes\":{{{attributes}}}");
    }

    [Test]
    public async Task IngestOne_Attributes_AreCanonicalWhateverTheirOrderAndEscapes()
    {
        var ingestion = new Support.Ingestion();
        await ingestion.StoreOneAsync(
            Support.Ingestion.Json(extra: """,  "attributes" : {"b" : "x\u0022\/é" , "B": 1e2, "ä": false}""")
        );
        SingleOutcome again = await ingestion.OneAsync(
            Support.Ingestion.Json(extra: ""","attributes":{"ä":false,"B":1e2,"b":" x\"/\u00e9"}""")
        );
        again.Kind.Should().Be(SingleOutcomeKind.Duplicate);
        ingestion.Stored[0].Attributes.Should().Be("""{"B":1e2,"b":"x\"/é","ä":false}""");
    }

    [Test]
    public async Task IngestOne_Answers_AreAtMostAHundred()
    {
        await new Support.Ingestion().StoreOneAsync(With(100));
        await RejectsAsync(With(103), "answers", FactErrorCodes.TooMany);

        static string With(int count)
        {
            var answers = Enumerable
                .Range(0, count)
                .Select(index => $$"""{"metric":"csat","score":3,"question":"q{{index}}"}""");
            return $$"""{"id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[{{string.Join(',', answers)}}]}""";
        }
    }

    [TestCase("\"comment\":\"Nice.\"")]
    [TestCase("\"complete\":false")]
    public async Task IngestOne_NoAnswers_IsFineWithACommentOrUnfinished(string member)
    {
        string json = $$"""{"id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[],{{member}}}""";
        (await new Support.Ingestion().StoreOneAsync(json)).Answers.Should().BeEmpty();
    }

    [Test]
    public async Task IngestOne_ManyThingsWrong_NamesThemAll()
    {
        IReadOnlyList<FactError> errors = await new Support.Ingestion().RejectOneAsync(
            """{"survey":7,"respondedAt":"soon","answers":[{"metric":"nps","score":12},{"score":1.5}],"x":1}"""
        );
        errors
            .Select(error => $"{error.Field} {error.Code}")
            .Should()
            .BeEquivalentTo(
                "survey wrongType",
                "respondedAt badTimestamp",
                "answers[0].score outOfRange",
                "answers[1].score notAnInteger",
                "answers[1].metric required",
                "x unknownMember",
                "id required"
            );
    }

    [Test]
    public async Task IngestOne_EndlessErrors_NamesTwenty()
    {
        string members = string.Concat(Enumerable.Range(0, 1_000).Select(index => $",\"x{index}\":{index}"));
        (await new Support.Ingestion().RejectOneAsync(Support.Ingestion.Json(extra: members))).Should().HaveCount(20);
    }

    [Test]
    public async Task IngestOne_ScoreOffTheScale_NamesScoreAndScale()
    {
        string json = Support.Ingestion.Json().Replace(":9}", ":11}", StringComparison.Ordinal);
        FactError error = (await new Support.Ingestion().RejectOneAsync(json)).Single();
        error.Message.Should().Be("The score 11 is not on the scale 0 to 10.");
    }

    [Test]
    public async Task IngestOne_WrongComment_IsNeverEchoed()
    {
        string secret = "my doctor said " + new string('x', 20_000);
        string json = Support.Ingestion.Json(extra: $",\"comment\":\"{secret}\"");
        FactError error = (await new Support.Ingestion().RejectOneAsync(json)).Single();
        error.Message.Should().NotContain("doctor");
    }

    [TestCase("", "emptyBody")]
    [TestCase(" \n\t", "emptyBody")]
    [TestCase("\uFEFF", "emptyBody")]
    [TestCase("42", "wrongType")]
    [TestCase("\"text\"", "wrongType")]
    [TestCase("null", "wrongType")]
    [TestCase("[]", "wrongType")]
    [TestCase("[", "invalidJson")]
    [TestCase("{", "invalidJson")]
    [TestCase("{}{}", "invalidJson")]
    [TestCase("{} x", "invalidJson")]
    [TestCase("{\"id\":}", "invalidJson")]
    [TestCase("{\"id\":'1'}", "invalidJson")]
    [TestCase("{\"id\":\"1\",}", "invalidJson")]
    [TestCase("{\"id\":\"\\x\"}", "invalidJson")]
    [TestCase("{\"score\":01}", "invalidJson")]
    [TestCase("{/**/}", "invalidJson")]
    [TestCase("id,survey", "invalidJson")]
    public async Task IngestOne_NotAJsonObject_IsAnErrorOfTheBody(string body, string code)
    {
        FactError error = (await new Support.Ingestion().RejectOneAsync(body)).Single();
        error.Field.Should().Be("body");
        error.Code.Should().Be(code);
    }

    [Test]
    public async Task IngestOne_InvalidJson_SaysWhere()
    {
        FactError error = (await new Support.Ingestion().RejectOneAsync("{\n  \"id\": oops\n}")).Single();
        error.Message.Should().StartWith("Not valid JSON at line 2, byte 9.").And.NotContain("LineNumber");
    }

    [Test]
    public async Task IngestOne_DepthBomb_IsInvalidJson()
    {
        string bomb = Support.Ingestion.Json(extra: ",\"x\":" + new string('[', 100_000));
        (await new Support.Ingestion().RejectOneAsync(bomb)).Single().Code.Should().Be(FactErrorCodes.InvalidJson);
    }

    [Test]
    public async Task IngestOne_ByteOrderMark_IsPassedOver() =>
        (await new Support.Ingestion().StoreOneAsync("\uFEFF" + Support.Ingestion.Json())).Id.Should().Be("r1");

    private static async Task RejectsAsync(string json, string field, string code)
    {
        IReadOnlyList<FactError> errors = await new Support.Ingestion().RejectOneAsync(json);
        errors.Select(error => $"{error.Field} {error.Code}").Should().Equal($"{field} {code}");
    }
}
