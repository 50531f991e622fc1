using System.Text;

namespace CxMetrics.Api.Hosting;

/// <summary>Writes RFC 4180 CSV: comma, CRLF, quotes only where needed, invariant numbers, empty for null.</summary>
internal sealed class CsvBuilder
{
    private readonly StringBuilder _text = new();
    private bool _rowStarted;

    public void Field(string? value)
    {
        Separate();
        if (value.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            _text.Append(value);
            return;
        }

        _text.Append('"').Append(value!.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public void Field(double? value) => Field(value?.ToString("R", CultureInfo.InvariantCulture));

    public void Field(long? value) => Field(value?.ToString(CultureInfo.InvariantCulture));

    public void Field(DateOnly value) => Field(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Fields(params ReadOnlySpan<string?> values)
    {
        foreach (string? value in values)
        {
            Field(value);
        }
    }

    public void EndRow()
    {
        _text.Append("\r\n");
        _rowStarted = false;
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Separate()
    {
        if (_rowStarted)
        {
            _text.Append(',');
        }

        _rowStarted = true;
    }
}
