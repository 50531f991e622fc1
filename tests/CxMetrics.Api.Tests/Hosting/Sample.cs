using System.Globalization;
using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>Facts to send.</summary>
internal static class Sample
{
    /// <summary>A response with one answer.</summary>
    public static JsonObject Response(
        string id,
        int score,
        string metric = "nps",
        string respondedAt = "2026-03-10T12:00:00Z",
        string survey = "relationship"
    ) =>
        new()
        {
            ["id"] = id,
            ["survey"] = survey,
            ["respondedAt"] = respondedAt,
            ["answers"] = new JsonArray(new JsonObject { ["metric"] = metric, ["score"] = score }),
        };

    /// <summary>The same with further members.</summary>
    public static JsonObject With(this JsonObject response, string member, JsonNode? value)
    {
        response[member] = value;
        return response;
    }

    /// <summary>So many responses with ids from the prefix and each of the scores in turn.</summary>
    public static IEnumerable<JsonObject> Responses(string prefix, int count, params int[] scores) =>
        Enumerable
            .Range(0, count)
            .Select(number =>
                Response(prefix + number.ToString(CultureInfo.InvariantCulture), scores[number % scores.Length])
            );
}
