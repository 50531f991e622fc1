using CxMetrics.Calculation;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Tests;

/// <summary>Facts and questions about them, of which a test says only what matters to it.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateRange AllDays = new(new DateOnly(2020, 1, 1), new DateOnly(2035, 1, 1));

    public const string HardComment =
        "  Größe \"M\"\r\n\tpasste nicht 👍🏽 e\u0301 '); DROP TABLE Responses; --\u0000 ";

    public static SurveyResponse Response(string id = "1", int score = 9) =>
        new()
        {
            Source = "api",
            Id = id,
            Survey = "relationship",
            RespondedAt = Noon,
            Answers = [Nps(score)],
        };

    public static Answer Nps(int score) => new("nps", RatingMetric.Nps, score, RatingScale.NetPromoter);

    public static Answer Csat(int score, string question = "csat") =>
        new(question, RatingMetric.Csat, score, RatingScale.FivePoint);

    /// <summary>A response with everything a response can have.</summary>
    public static SurveyResponse FullResponse(string id = "full") =>
        Response(id) with
        {
            Source = "survey-tool",
            RespondedAt = Noon.AddMicroseconds(123_456),
            Answers = [Nps(10), Csat(4), Csat(2, "speed"), new Answer("effort", RatingMetric.Ces, 3, LowIsGood)],
            CustomerId = "customer-1",
            AccountId = "account-1",
            Touchpoint = "checkout",
            Channel = "web",
            Segment = "business",
            Locale = "de-DE",
            Comment = "Quick, but the parcel was late.",
            Complete = false,
            Attributes = """{"a":"ä","plan":"pro"}""",
        };

    public static RatingScale LowIsGood { get; } = new(1, 7, ScaleDirection.LowerIsBetter);

    public static RatingStatisticsQuery Query(
        Dimension[]? groupBy = null,
        Dictionary<Dimension, IReadOnlyList<string?>>? filters = null,
        RatingMetric metric = RatingMetric.Nps,
        params DateRange[] periods
    ) => new(metric, periods is [] ? [AllDays] : periods, groupBy ?? [], filters ?? []);

    public static Dictionary<Dimension, IReadOnlyList<string?>> Only(Dimension dimension, params string?[] values) =>
        new() { [dimension] = values };
}
