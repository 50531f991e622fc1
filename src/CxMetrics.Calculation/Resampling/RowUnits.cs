namespace CxMetrics.Calculation.Resampling;

/// <summary>The units that are drawn, each of which brings its rows: single rows, or clusters of them.</summary>
internal sealed class RowUnits
{
    private readonly int[]? _rows;
    private readonly int[]? _starts;

    private RowUnits(int count, int rowCount)
    {
        Count = count;
        RowCount = rowCount;
    }

    private RowUnits(int[] rows, int[] starts)
        : this(starts.Length - 1, rows.Length)
    {
        _rows = rows;
        _starts = starts;
    }

    /// <summary>The number of units.</summary>
    public int Count { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Every row a unit.</summary>
    public static RowUnits Single(int rows) => new(rows, rows);

    /// <summary>The rows of a cluster together a unit.</summary>
    /// <param name="clusters">The cluster of every row.</param>
    public static RowUnits Clustered(ReadOnlySpan<int> clusters)
    {
        ClusterIndex index = ClusterIndex.Of(clusters);
        int[] starts = new int[index.Count + 1];
        foreach (int cluster in index.ClusterOfRow)
        {
            starts[cluster + 1]++;
        }

        for (int cluster = 0; cluster < index.Count; cluster++)
        {
            starts[cluster + 1] += starts[cluster];
        }

        int[] rows = new int[clusters.Length];
        int[] next = starts[..^1];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[next[index.ClusterOfRow[row]]++] = row;
        }

        return new RowUnits(rows, starts);
    }

    /// <summary>Lists the rows of all units.</summary>
    public void All(List<int> rows)
    {
        rows.Clear();
        for (int unit = 0; unit < Count; unit++)
        {
            Add(unit, rows);
        }
    }

    /// <summary>Lists the rows of as many units as there are, drawn with replacement.</summary>
    public void Draw(RandomStream stream, List<int> rows)
    {
        rows.Clear();
        for (int draw = 0; draw < Count; draw++)
        {
            Add(stream.NextIndex(Count), rows);
        }
    }

    /// <summary>Lists the rows of all units but those of one group.</summary>
    public void Without(int group, ReadOnlySpan<int> groupOfUnit, List<int> rows)
    {
        rows.Clear();
        for (int unit = 0; unit < Count; unit++)
        {
            if (groupOfUnit[unit] != group)
            {
                Add(unit, rows);
            }
        }
    }

    private void Add(int unit, List<int> rows)
    {
        if (_rows is null || _starts is null)
        {
            rows.Add(unit);
        }
        else
        {
            rows.AddRange(_rows.AsSpan(_starts[unit].._starts[unit + 1]));
        }
    }
}
