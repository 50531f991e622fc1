using System.Text;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Ingestion.Csv;
using CxMetrics.Ingestion.Tests.Support;

namespace CxMetrics.Ingestion.Tests.Csv;

public class IngestCsvTests
{
    private const string Key = "id,survey,respondedAt";
    private const string Row = "1,s,2026-03-01T09:30:00Z";

    [Test]
    public async Task IngestCsv_OneAnswerPerRow_TakesItsColumns()
    {
        SurveyResponse response = await StoreAsync(
            Key + ",metric,score,question,scaleMin,scaleMax,direction",
            Row + ",ces,2,Effort,1,5,lowerIsBetter"
        );
        response
            .Answers.Should()
            .Equal(new Answer("Effort", RatingMetric.Ces, 2, new RatingScale(1, 5, ScaleDirection.LowerIsBetter)));
    }

    [Test]
    public async Task IngestCsv_ColumnPerMetric_TakesWhatIsAnswered()
    {
        SurveyResponse response = await StoreAsync(
            Key + ",nps,csat,csat:Seat comfort,ces,ces:A:B,ces.scale,ces:A:B.scale,rating,rating.scale",
            Row + ",9,,4, 5.0 ,2,1-5,1-3 lowerIsBetter,-2,-5-5"
        );
        response
            .Answers.Should()
            .BeEquivalentTo([
                new Answer("nps", RatingMetric.Nps, 9, RatingScale.NetPromoter),
                new Answer("Seat comfort", RatingMetric.Csat, 4, RatingScale.FivePoint),
                new Answer("ces", RatingMetric.Ces, 5, RatingScale.FivePoint),
                new Answer("A:B", RatingMetric.Ces, 2, new RatingScale(1, 3, ScaleDirection.LowerIsBetter)),
                new Answer("rating", RatingMetric.Rating, -2, new RatingScale(-5, 5, ScaleDirection.HigherIsBetter)),
            ]);
    }

    [Test]
    public async Task IngestCsv_BareScale_HoldsForAllColumnsOfTheMetricWithoutTheirOwn()
    {
        SurveyResponse response = await StoreAsync(Key + ",csat:A,csat:B,csat:B.scale,csat.scale", Row + ",7,3,,1-7");
        response.Answers.Select(answer => answer.Scale.Maximum).Should().Equal(7, 7);
    }

    [Test]
    public async Task IngestCsv_EveryMember_EqualsTheSameInJson()
    {
        SurveyResponse fromCsv = await StoreAsync(
            "source,attributes.plan,attributes.b,test,complete,comment,locale,segment,channel,touchpoint,accountId,customerId,"
                + Key
                + ",nps",
            "crm, pro ,\"x\"\"y\",TRUE,0,\" He said \"\"é😀\"\",\r\nok \",de,seg, web ,t,a,c," + Row + ",10"
        );
        SurveyResponse fromJson = await new Support.Ingestion().StoreOneAsync(
            """
            {"source":"crm","attributes":{"plan":"pro","b":"x\"y"},"test":true,"complete":false,
             "comment":" He said \"é😀\",\r\nok ","locale":"de","segment":"seg","channel":"web","touchpoint":"t","accountId":"a",
             "customerId":"c","id":"1","survey":"s","respondedAt":"2026-03-01T09:30:00Z","answers":[{"metric":"nps","score":10}]}
            """
        );
        fromCsv.HasSameContentAs(fromJson).Should().BeTrue();
        fromCsv.Attributes.Should().Be("""{"b":"x\"y","plan":"pro"}""");
    }

    [Test]
    public void IngestCsv_AnyText_EqualsTheSameInJson() =>
        Generated.AssertAll(
            (string comment, string customer, int score) =>
            {
                string text = Clean(comment);
                string id = Clean(customer);
                string cells = string.Join(
                    ',',
                    new[] { text, id }.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
                );
                int nps = (score & int.MaxValue) % 11;
                string json = System.Text.Json.JsonSerializer.Serialize(
                    new
                    {
                        id = "1",
                        survey = "s",
                        respondedAt = "2026-03-01T09:30:00Z",
                        answers = new[] { new { metric = "nps", score = nps } },
                        comment = text,
                        customerId = id,
                    }
                );
                var csv = new Support.Ingestion();
                _ = csv.CsvAsync($"{Key},nps,comment,customerId\n{Row},{nps},{cells}\n").GetAwaiter().GetResult();
                var one = new Support.Ingestion();
                _ = one.OneAsync(json).GetAwaiter().GetResult();
                return csv.Stored.Count == one.Stored.Count
                    && (csv.Stored.Count == 0 || csv.Stored[0].HasSameContentAs(one.Stored[0]));
            },
            times: 300
        );

    [Test]
    public void IngestCsv_AnyBytes_NeverThrows() =>
        Generated.AssertAll(
            (byte[] bytes) =>
            {
                byte[] body = [.. Encoding.UTF8.GetBytes(Key + ",nps,comment\n" + Row), .. bytes];
                _ = new Support.Ingestion().CsvAsync(new MemoryStream(body)).GetAwaiter().GetResult();
                return new Support.Ingestion().CsvAsync(new MemoryStream(bytes)).GetAwaiter().GetResult().Report.Stored
                    == 0;
            }
        );

    [TestCase("", "body", "emptyBody")]
    [TestCase("\uFEFF", "body", "emptyBody")]
    [TestCase("\n\n", "body", "emptyBody")]
    [TestCase(Key + ",nps,nps", "nps", "duplicateMember")]
    [TestCase(Key + ",nps,Nps", "Nps", "unknownMember")]
    [TestCase(Key + ",nps,", "", "unknownMember")]
    [TestCase(Key + ",nps,answers", "answers", "unknownMember")]
    [TestCase(Key + ",nps,attributes.", "attributes.", "unknownMember")]
    [TestCase(Key + ",nps,csat: ", "csat:", "unknownMember")]
    [TestCase("survey,respondedAt,nps", "id", "required")]
    [TestCase("id,respondedAt,nps", "survey", "required")]
    [TestCase("id,survey,nps", "respondedAt", "required")]
    [TestCase(Key, "score", "required")]
    [TestCase(Key + ",comment", "score", "required")]
    [TestCase(Key + ",metric", "score", "required")]
    [TestCase(Key + ",score", "metric", "required")]
    [TestCase(Key + ",nps,csat.scale", "csat", "required")]
    [TestCase(Key + ",csat,csat:Seat.scale", "csat:Seat", "required")]
    [TestCase(Key + ",n\"ps", "body", "invalidCsv")]
    public async Task IngestCsv_WrongHeader_IsRefusedNamingTheColumn(string header, string field, string code)
    {
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.CsvAsync(header + "\n" + Row + ",9\n");
        if (string.Equals(code, FactErrorCodes.EmptyBody, StringComparison.Ordinal))
        {
            outcome = await ingestion.CsvAsync(header);
        }

        outcome.Kind.Should().Be(BulkOutcomeKind.Refused);
        outcome.Errors.Select(error => $"{error.Field} {error.Code}").Should().Equal($"{field} {code}");
        ingestion.Store.Batches.Should().BeEmpty();
    }

    [Test]
    public async Task IngestCsv_OnlyAHeader_IsDoneWithNothing()
    {
        BulkOutcome outcome = await new Support.Ingestion().CsvAsync(Key + ",nps\r\n");
        outcome.Should().BeEquivalentTo(new BulkOutcome(BulkOutcomeKind.Completed, IngestReport.Nothing, []));
    }

    [Test]
    public async Task IngestCsv_RowsThatSpanLines_AreNamedByTheirFirst()
    {
        string[] lines =
        [
            "\uFEFF" + Key + ",nps,comment",
            Row + ",9,\"two",
            "lines\"",
            "",
            "2,s,2026-03-01T09:30:00Z,11,\"a",
            "",
            "b\"",
            "3,s,2026-03-01T09:30:00Z,x,",
            "4,s,2026-03-01T09:30:00Z",
            "5,s,2026-03-01T09:30:00Z,9,a,b",
            "6,s,2026-03-01T09:30:00Z,9,a\"b",
            "7,s,2026-03-01T09:30:00Z,9,\"a\"b",
            "8,s,2026-03-01T09:30:00Z,,",
            ",s,yesterday,8.5,",
            "9,s,2026-03-01T09:30:00Z,9,last",
        ];
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.CsvAsync(string.Join("\r\n", lines));
        outcome.Kind.Should().Be(BulkOutcomeKind.Completed);
        outcome.Report.Received.Should().Be(10);
        ingestion.Stored.Select(response => response.Comment).Should().Equal("two\r\nlines", "last");
        Support
            .Ingestion.Summary(outcome)
            .Should()
            .BeEquivalentTo(
                "5 nps outOfRange",
                "8 nps wrongType",
                "9 body invalidCsv",
                "10 body invalidCsv",
                "11 body invalidCsv",
                "12 body invalidCsv",
                "13 nps required",
                "14 id required",
                "14 respondedAt badTimestamp",
                "14 nps notAnInteger"
            );
    }

    [TestCase("metric,score", "nps,11", "score", "outOfRange")]
    [TestCase("metric,score", ",9", "metric", "required")]
    [TestCase("metric,score", "NPS,9", "metric", "unknownValue")]
    [TestCase("metric,score", "nps,", "score", "required")]
    [TestCase("metric,score,scaleMin,scaleMax", "nps,9,1,10", "score.scale", "scaleMismatch")]
    [TestCase("metric,score,scaleMin,scaleMax", "rating,3,1,", "scaleMax", "required")]
    [TestCase("metric,score,scaleMin,scaleMax", "rating,3,one,5", "scaleMin", "wrongType")]
    [TestCase("metric,score,direction", "rating,3,up", "direction", "unknownValue")]
    [TestCase("rating", "3", "rating.scale", "required")]
    [TestCase("rating,rating.scale", "3,1to5", "rating.scale", "wrongType")]
    [TestCase("rating,rating.scale", "3,5-1", "rating.scale", "outOfRange")]
    [TestCase("rating,rating.scale", "3,1-5 best", "rating.scale", "unknownValue")]
    [TestCase("csat,csat:csat", "3,4", "csat:csat", "duplicateMember")]
    [TestCase("nps,test", "9,maybe", "test", "wrongType")]
    [TestCase("nps,locale", "9,012345678901234567890123456789012345", "locale", "tooLong")]
    [TestCase("nps,customerId", "9,a\0b", "customerId", "badText")]
    public async Task IngestCsv_WrongCell_IsNamedByItsColumn(string columns, string cells, string field, string code)
    {
        BulkOutcome outcome = await new Support.Ingestion().CsvAsync($"{Key},{columns}\n{Row},{cells}\n");
        Support.Ingestion.Summary(outcome).Should().BeEquivalentTo($"2 {field} {code}");
    }

    [Test]
    public async Task IngestCsv_FirstRowIsMalformed_IsNotTheHeadersFault()
    {
        BulkOutcome outcome = await new Support.Ingestion().CsvAsync(
            $"{Key},nps,comment\n{Row},9,a\"b\n{Row},9,good\n{Row},9,\"c\"d"
        );
        outcome.Kind.Should().Be(BulkOutcomeKind.Completed);
        outcome.Report.Stored.Should().Be(1);
        Support.Ingestion.Summary(outcome).Should().BeEquivalentTo("2 body invalidCsv", "4 body invalidCsv");
    }

    [Test]
    public async Task IngestCsv_InvalidUtf8_IsBadText()
    {
        byte[] body =
        [
            .. Encoding.ASCII.GetBytes($"{Key},nps,comment\n{Row},9,"),
            0xE9,
            .. Encoding.ASCII.GetBytes("\n"),
        ];
        BulkOutcome outcome = await new Support.Ingestion().CsvAsync(new MemoryStream(body));
        Support.Ingestion.Summary(outcome).Should().BeEquivalentTo("2 comment badText");
    }

    [Test]
    public async Task IngestCsv_EndsInsideAQuotedField_IsTruncatedAndKeepsTheRest()
    {
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.CsvAsync(
            $"{Key},nps,comment\n{Row},9,ok\n2,s,2026-03-01T09:30:00Z,9,\"cut\no"
        );
        outcome.Kind.Should().Be(BulkOutcomeKind.Truncated);
        outcome.Report.Stored.Should().Be(1);
        Support.Ingestion.Summary(outcome).Should().BeEquivalentTo("3 body truncated");
    }

    [Test]
    public async Task IngestCsv_BodyBreaks_KeepsWhatCameBefore()
    {
        byte[] body = Encoding.UTF8.GetBytes($"{Key},nps\n{Row},9\n2,s,20");
        BulkOutcome outcome = await new Support.Ingestion().CsvAsync(
            new PiecewiseStream(body, [7], new InvalidDataException("gzip"))
        );
        outcome.Kind.Should().Be(BulkOutcomeKind.Truncated);
        outcome.Report.Stored.Should().Be(1);
        outcome.Report.Rejected.Should().Be(0, "nobody knows what the row was that broke off");
    }

    [Test]
    public async Task IngestCsv_BodyBreaksAtItsStart_IsTruncatedNotEmpty()
    {
        foreach (byte[] start in new byte[][] { [], Encoding.ASCII.GetBytes("id,sur") })
        {
            var body = new PiecewiseStream(start, [], new IOException("reset"));
            (await new Support.Ingestion().CsvAsync(body)).Kind.Should().Be(BulkOutcomeKind.Truncated);
        }
    }

    [Test]
    public async Task IngestCsv_OverItsLimit_KeepsTheRowsWithinIt()
    {
        string rows = string.Concat(Enumerable.Range(0, 100).Select(id => $"{id},s,2026-03-01T09:30:00Z,9\n"));
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxBulkBytes = 1_024 });
        BulkOutcome outcome = await ingestion.CsvAsync($"{Key},nps\n{rows}");
        outcome.Kind.Should().Be(BulkOutcomeKind.TooLarge);
        outcome.Report.Stored.Should().BeInRange(30, 40);
    }

    [TestCase(Key + ",nps\n" + Row + ",9\n", 1)]
    [TestCase(Key + ",nps\n", 0)]
    [TestCase("", 0)]
    public async Task IngestCsv_BlankLinesOverItsLimit_AreTooLarge(string start, int stored)
    {
        // Blank lines are no rows: a limit that is looked at row by row would never see them.
        var ingestion = new Support.Ingestion(new IngestionOptions { MaxBulkBytes = 1_024 });
        BulkOutcome outcome = await ingestion.CsvAsync(start + new string('\n', 1_000_000));
        outcome.Kind.Should().Be(BulkOutcomeKind.TooLarge);
        outcome.Report.Stored.Should().Be(stored);
    }

    [Test]
    public async Task IngestCsv_RowOverItsLimit_IsNamedAndEndsTheReading()
    {
        string good = $"{Key},nps,comment\n{Row},9,ok\n2,s,2026-03-01T09:30:00Z,9,";
        string[] rows = [$"{new string('x', 1_100)}\n3,s,2026-03-01T09:30:00Z,9,\n", $"\"{new string('x', 300_000)}"];
        foreach (string row in rows)
        {
            var ingestion = new Support.Ingestion(new IngestionOptions { MaxLineBytes = 1_024 });
            BulkOutcome outcome = await ingestion.CsvAsync(good + row);
            outcome.Kind.Should().Be(BulkOutcomeKind.Truncated);
            outcome.Report.Stored.Should().Be(1);
            outcome.Errors.Single().Code.Should().Be(FactErrorCodes.TooLong);
            Support.Ingestion.Summary(outcome).Should().BeEquivalentTo("3 body tooLong");
        }
    }

    [Test]
    public async Task IngestCsv_ManyRows_GoInChunks()
    {
        string rows = string.Concat(Enumerable.Range(0, 5).Select(id => $"{id},s,2026-03-01T09:30:00Z,9\n"));
        var ingestion = new Support.Ingestion(new IngestionOptions { BulkChunkFacts = 2 });
        BulkOutcome outcome = await ingestion.CsvAsync($"{Key},nps\n{rows}");
        outcome.Report.Stored.Should().Be(5);
        ingestion.Store.Batches.Should().Equal((2, WhenFull.GiveUp), (2, WhenFull.Wait), (1, WhenFull.Wait));
    }

    private static async Task<SurveyResponse> StoreAsync(string header, string row)
    {
        var ingestion = new Support.Ingestion();
        BulkOutcome outcome = await ingestion.CsvAsync(header + "\r\n" + row + "\r\n", CsvMapping.Identity);
        outcome.Errors.Should().BeEmpty();
        outcome.Report.Errors.Should().BeEmpty();
        return ingestion.Stored.Single();
    }

    // What no sender can mean: NUL, and halves of characters, which UTF-8 cannot carry.
    private static string Clean(string? text) =>
        string.Concat((text ?? "").EnumerateRunes().Select(rune => rune.Value == 0 ? "-" : rune.ToString()));
}
