namespace CxMetrics.Ingestion.Csv;

/// <summary>Says which field of a fact each column of a CSV file is.</summary>
/// <remarks>
/// Without maps and sets every column must be a field's name. With them, columns that no map names are still taken by their
/// name if it is a field's that nothing else gives, and otherwise ignored and reported.
/// </remarks>
public sealed record CsvMapping
{
    /// <summary>As a column of a map: the number of the data row, from 1, for files without an id.</summary>
    public const string RowNumberColumn = "@row";

    /// <summary>Every column is a field's name.</summary>
    public static CsvMapping Identity { get; } = new();

    /// <summary>Fields and the columns they are taken from. One column may give several fields; a field is given once.</summary>
    public IReadOnlyList<(string Field, string Column)> Maps { get; init; } = [];

    /// <summary>Fields that have the same value in every row.</summary>
    public IReadOnlyList<(string Field, string Value)> Sets { get; init; } = [];

    /// <summary>The zone of times that carry none; null refuses such times.</summary>
    /// <remarks>
    /// Where clocks jump forward, a time inside the gap moves forward by the length of the gap. Where they are set back, a
    /// time that happens twice is the earlier instant.
    /// </remarks>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Values of answer columns that mean "no answer", beside the empty cell.</summary>
    public IReadOnlyList<string> NotAnswered { get; init; } = [];

    /// <summary>Whether columns are taken by name only, so that an unknown one is an error.</summary>
    internal bool IsIdentity => Maps.Count == 0 && Sets.Count == 0;
}
