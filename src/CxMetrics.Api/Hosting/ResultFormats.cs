using Microsoft.Net.Http.Headers;

namespace CxMetrics.Api.Hosting;

/// <summary>Chooses the format of an answer: the parameter first, then the Accept header, then JSON.</summary>
internal static class ResultFormats
{
    /// <summary>The format; null when none of the accepted ones is available.</summary>
    public static ResultFormat? Negotiate(HttpRequest request, string? parameter, QueryReader query)
    {
        if (parameter is not null)
        {
            return query.Choice("format", parameter, ResultFormat.Json);
        }

        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return ResultFormat.Json;
        }

        double json = Quality(accepted, "application", "json");
        double csv = Quality(accepted, "text", "csv");
        return (json, csv) switch
        {
            (0, 0) => null,
            _ => csv > json ? ResultFormat.Csv : ResultFormat.Json,
        };
    }

    /// <summary>The quality that the most specific matching range gives the type (RFC 9110, 12.5.1); 0 when none matches.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> accepted, string type, string subType)
    {
        (int Specificity, double Quality) best = (-1, 0);
        foreach (MediaTypeHeaderValue range in accepted)
        {
            int specificity = Specificity(range, type, subType);
            if (specificity > best.Specificity)
            {
                best = (specificity, range.Quality ?? 1);
            }
        }

        return best.Quality;
    }

    private static int Specificity(MediaTypeHeaderValue range, string type, string subType)
    {
        if (range.MatchesAllTypes)
        {
            return 0;
        }

        if (!range.Type.Equals(type, StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        if (range.MatchesAllSubTypes)
        {
            return 1;
        }

        return range.SubType.Equals(subType, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
    }
}
