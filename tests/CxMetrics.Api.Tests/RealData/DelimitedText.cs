using System.Text;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>A reader of CSV apart from the product's, for the tests to compare with.</summary>
internal static class DelimitedText
{
    /// <summary>The rows of a text after its header, by column.</summary>
    public static List<IReadOnlyDictionary<string, string>> Read(string text)
    {
        List<List<string>> rows = Split(text.TrimStart('\uFEFF'));
        return
        [
            .. rows.Skip(1)
                .Select(row =>
                    (IReadOnlyDictionary<string, string>)
                        rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)
                ),
        ];
    }

    private static List<List<string>> Split(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        for (int at = 0; at < text.Length; )
        {
            row.Add(ReadField(text, ref at));
            bool isEndOfRow = at >= text.Length || text[at] is '\r' or '\n';
            if (isEndOfRow)
            {
                rows.Add(row);
                row = [];
                at += at < text.Length && text[at] == '\r' ? 2 : 1;
            }
            else
            {
                at++;
            }
        }

        return rows;
    }

    /// <summary>Reads a field and stops at what ends it.</summary>
    private static string ReadField(string text, ref int at)
    {
        var field = new StringBuilder();
        bool isQuoted = at < text.Length && text[at] == '"';
        at += isQuoted ? 1 : 0;
        while (at < text.Length && (isQuoted || text[at] is not (',' or '\r' or '\n')))
        {
            bool isQuote = isQuoted && text[at] == '"';
            if (isQuote && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                at++;
                break;
            }

            field.Append(text[at]);
            at += isQuote ? 2 : 1;
        }

        return field.ToString();
    }
}
