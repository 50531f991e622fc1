using System.Text;
using CsvHelper;

namespace CxMetrics.Ingestion.Csv;

/// <summary>Where the value of a field comes from: a column, a constant, or the number of the row.</summary>
internal sealed class CsvSource
{
    private const int Constant = -1;
    private const int RowNumber = -2;

    private readonly int _column;
    private readonly byte[] _bytes;
    private int _length;

    private CsvSource(string name, int column, byte[] bytes)
    {
        Name = name;
        _column = column;
        _bytes = bytes;
        _length = bytes.Length;
    }

    /// <summary>What errors call it: the column in the file, or else the field.</summary>
    public string Name { get; }

    public static CsvSource OfColumn(string header, int column) => new(header, column, []);

    public static CsvSource OfConstant(string field, string value) =>
        new(field, Constant, Encoding.UTF8.GetBytes(value));

    public static CsvSource OfRowNumber(string field) => new(field, RowNumber, new byte[20]);

    /// <summary>The value in the row that the reader stands on, as UTF-8; good until the next row.</summary>
    public ReadOnlySpan<byte> Read(CsvReader row)
    {
        if (_column >= 0)
        {
            return row.GetSpan(_column);
        }

        if (_column == RowNumber)
        {
            row.RowNumber.TryFormat(_bytes, out _length, provider: System.Globalization.CultureInfo.InvariantCulture);
        }

        return _bytes.AsSpan(0, _length);
    }
}
