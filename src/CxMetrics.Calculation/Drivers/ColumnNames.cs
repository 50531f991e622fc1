namespace CxMetrics.Calculation.Drivers;

/// <summary>What the columns of a table may be called, and how long they are.</summary>
internal static class ColumnNames
{
    /// <summary>Refuses empty names and names that stand twice.</summary>
    public static void ThrowIfInvalid(IReadOnlyList<string> names, string parameter)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new ArgumentException("Every column has a name.", parameter);
            }

            if (!seen.Add(name))
            {
                throw new ArgumentException($"Two columns are called '{name}'; every name stands once.", parameter);
            }
        }
    }

    /// <summary>Refuses a column that has not one value per row.</summary>
    public static void ThrowIfNotOfLength(string name, int length, int rows, string parameter)
    {
        if (length != rows)
        {
            throw new ArgumentException($"'{name}' has {length} values where there are {rows} rows.", parameter);
        }
    }
}
