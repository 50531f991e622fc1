using System.Buffers;

namespace CxMetrics.Api.Hosting;

/// <summary>Paths of members as the JSON reader writes them: <c>scale.min</c>, <c>scores[3]</c>, <c>drivers['ease of use'][3]</c>.</summary>
internal static class MemberPath
{
    /// <summary>Characters with which a name is written in brackets.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        ". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029"
    );

    /// <summary>The path of an entry of a map.</summary>
    public static string Entry(string map, string key) =>
        key.AsSpan().ContainsAny(Special) ? $"{map}['{key}']" : $"{map}.{key}";

    /// <summary>The path without the document it starts from.</summary>
    public static string WithoutRoot(string path) => path.TrimStart('$').TrimStart('.');

    /// <summary>The steps of a path: names of members and keys, and numbers of elements.</summary>
    public static IEnumerable<string> Steps(string path)
    {
        int start = 0;
        while (start < path.Length)
        {
            bool isQuoted = path.AsSpan(start).StartsWith("['", StringComparison.Ordinal);
            (int from, string close) = (isQuoted, path[start]) switch
            {
                (true, _) => (start + 2, "']"),
                (_, '[') => (start + 1, "]"),
                (_, '.') => (start + 1, string.Empty),
                _ => (start, string.Empty),
            };
            int end = close.Length > 0 ? path.IndexOf(close, from, StringComparison.Ordinal) : NextStep(path, from);
            end = end < 0 ? path.Length : end;
            yield return path[from..end];
            start = end + close.Length;
        }
    }

    private static int NextStep(string path, int from) =>
        path.AsSpan(from).IndexOfAny('.', '[') is >= 0 and int at ? from + at : path.Length;
}
