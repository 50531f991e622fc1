using Microsoft.AspNetCore.Http.Features;

namespace CxMetrics.Api.Hosting;

/// <summary>The address of a fact: <c>…/{source}/{id}</c>.</summary>
internal static class FactPath
{
    /// <summary>The path of a fact below <paramref name="collection"/>.</summary>
    public static string Write(string collection, string source, string id) =>
        $"{collection}/{Uri.EscapeDataString(source)}/{Uri.EscapeDataString(id)}";

    /// <summary>Reads the last part from the request as it was sent.</summary>
    /// <inheritdoc cref="Read" path="/remarks"/>
    public static string ReadLast(HttpContext context, string routed)
    {
        string raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty;
        string[] segments = raw.Split('?')[0].TrimEnd('/').Split('/');
        return segments.Length < 2 ? routed : Uri.UnescapeDataString(segments[^1]);
    }

    /// <summary>Reads both parts from the request as it was sent.</summary>
    /// <remarks>Routing leaves %2F as it is and decodes everything else, so its values cannot tell an id with a slash from one with "%2F".</remarks>
    public static (string Source, string Id) Read(HttpContext context, string routedSource, string routedId)
    {
        string raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty;
        // A slash at the end belongs to no part: a slash within an id is sent as %2F. Routing passes over it too.
        string[] segments = raw.Split('?')[0].TrimEnd('/').Split('/');
        return segments.Length < 3
            ? (routedSource, routedId)
            : (Uri.UnescapeDataString(segments[^2]), Uri.UnescapeDataString(segments[^1]));
    }
}
