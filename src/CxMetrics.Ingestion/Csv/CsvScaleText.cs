namespace CxMetrics.Ingestion.Csv;

/// <summary>A scale in one cell: <c>0-10</c>, or <c>1-5 lowerIsBetter</c>.</summary>
internal readonly ref struct CsvScaleText
{
    public ReadOnlySpan<byte> Minimum { get; private init; }

    public ReadOnlySpan<byte> Maximum { get; private init; }

    /// <summary>Empty when the cell states none.</summary>
    public ReadOnlySpan<byte> Direction { get; private init; }

    /// <summary>Takes a cell apart; whether its parts are any good is for the builder to say.</summary>
    public static bool TryParse(ReadOnlySpan<byte> cell, out CsvScaleText scale)
    {
        int space = cell.IndexOf((byte)' ');
        ReadOnlySpan<byte> ends = space < 0 ? cell : cell[..space];
        // The lower end may itself be negative, so the hyphen between the two is not the first character.
        int hyphen = ends.Length < 2 ? -1 : ends[1..].IndexOf((byte)'-') + 1;
        if (hyphen < 1)
        {
            scale = default;
            return false;
        }

        scale = new CsvScaleText
        {
            Minimum = ends[..hyphen],
            Maximum = ends[(hyphen + 1)..],
            Direction = space < 0 ? default : cell[(space + 1)..],
        };
        return true;
    }
}
