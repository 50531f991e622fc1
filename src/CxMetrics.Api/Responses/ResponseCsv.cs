using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Responses;

/// <summary>Responses as flat CSV: one row per answer, one for a response without answers.</summary>
internal static class ResponseCsv
{
    public static byte[] Write(ResponsePage page)
    {
        var csv = new CsvBuilder();
        csv.Fields(
            "source",
            "id",
            "survey",
            "respondedAt",
            "metric",
            "question",
            "score",
            "scaleMin",
            "scaleMax",
            "direction"
        );
        csv.Fields("customerId", "accountId", "touchpoint", "channel", "segment", "locale", "comment");
        csv.Fields("complete", "test", "attributes", "recordedAt", "suspectedDuplicate", "erased");
        csv.EndRow();
        foreach (StoredResponse stored in page.Responses)
        {
            if (stored.Response.Answers.Count == 0)
            {
                WriteRow(csv, stored, answer: null);
            }

            foreach (Answer answer in stored.Response.Answers)
            {
                WriteRow(csv, stored, answer);
            }
        }

        return csv.ToUtf8();
    }

    private static void WriteRow(CsvBuilder csv, StoredResponse stored, Answer? answer)
    {
        SurveyResponse response = stored.Response;
        csv.Fields(response.Source, response.Id, response.Survey, Instant(response.RespondedAt));
        csv.Fields(answer?.Metric.Name(), answer?.Question);
        csv.Field(answer?.Score);
        csv.Field(answer?.Scale.Minimum);
        csv.Field(answer?.Scale.Maximum);
        csv.Field(answer is null ? null : EnumNames.CamelCase(answer.Scale.Direction));
        csv.Fields(response.CustomerId, response.AccountId, response.Touchpoint, response.Channel, response.Segment);
        csv.Fields(response.Locale, response.Comment);
        csv.Fields(Boolean(response.Complete), Boolean(response.Test), response.Attributes, Instant(stored.RecordedAt));
        csv.Fields(Boolean(stored.SuspectedDuplicate), Boolean(stored.Erasure != Erasure.None));
        csv.EndRow();
    }

    private static string Boolean(bool value) => value ? "true" : "false";

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture);
}
