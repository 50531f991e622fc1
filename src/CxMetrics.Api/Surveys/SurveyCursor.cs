using System.Buffers.Text;
using System.Text;

namespace CxMetrics.Api.Surveys;

/// <summary>Writes the last key of a page as text that means nothing to its reader.</summary>
internal static class SurveyCursor
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static string Write(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <summary>The key; null when <paramref name="cursor"/> is none that <see cref="Write"/> has made.</summary>
    public static string? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor) || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        try
        {
            return Strict.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
