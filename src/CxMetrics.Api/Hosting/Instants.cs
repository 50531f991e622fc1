using System.Globalization;

namespace CxMetrics.Api.Hosting;

/// <summary>Moments in query strings: RFC 3339, which always says the offset.</summary>
internal static class Instants
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static bool TryParse(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
        && HasOffset(text);

    // Without one the parser takes the zone of this machine.
    private static bool HasOffset(string text) => text[^1] == 'Z' || text[^6] is '+' or '-';
}
