using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Statistics;

/// <summary>Translates between the names that queries use and the keys of daily counts, for the three dimensions kept there.</summary>
internal static class SqlServerDimensionNames
{
    private static readonly SqlServerStatement TouchpointKeys = KeysOf("Touchpoints", "TouchpointKey");
    private static readonly SqlServerStatement ChannelKeys = KeysOf("Channels", "ChannelKey");
    private static readonly SqlServerStatement SegmentKeys = KeysOf("Segments", "SegmentKey");

    private static readonly SqlServerStatement TouchpointNames = NamesOf("Touchpoints", "TouchpointKey");
    private static readonly SqlServerStatement ChannelNames = NamesOf("Channels", "ChannelKey");
    private static readonly SqlServerStatement SegmentNames = NamesOf("Segments", "SegmentKey");

    /// <summary>The keys of the names that exist, and 0 for null.</summary>
    public static async Task<HashSet<long>> FindKeysAsync(
        SqlTransaction transaction,
        Dimension dimension,
        IReadOnlyList<string?> names,
        CancellationToken cancellationToken
    )
    {
        SqlServerStatement statement = dimension switch
        {
            Dimension.Touchpoint => TouchpointKeys,
            Dimension.Channel => ChannelKeys,
            Dimension.Segment => SegmentKeys,
            Dimension.Survey or Dimension.Question => throw NotADimensionOfCounts(dimension),
        };
        SqlServerParameters parameters = new SqlServerParameters().Table("Names", ToNameRows(names));
        HashSet<long> keys = [.. await transaction.QueryAsync<long>(statement, parameters, cancellationToken)];
        if (names.Any(name => name is null))
        {
            keys.Add(0);
        }

        return keys;
    }

    /// <summary>The names of keys; 0 has none.</summary>
    public static async Task<Dictionary<long, string>> ReadNamesAsync(
        SqlTransaction transaction,
        Dimension dimension,
        IEnumerable<long> keys,
        CancellationToken cancellationToken
    )
    {
        SqlServerStatement statement = dimension switch
        {
            Dimension.Touchpoint => TouchpointNames,
            Dimension.Channel => ChannelNames,
            Dimension.Segment => SegmentNames,
            Dimension.Survey or Dimension.Question => throw NotADimensionOfCounts(dimension),
        };
        SqlServerParameters parameters = new SqlServerParameters().Table(
            "Keys",
            // Key 0 stands for none: it has no name, and makes sure that there is a row.
            SqlServerResponseSql.ToKeyRows(keys.Append(0).Distinct())
        );
        List<NameKeyRow> rows = await transaction.QueryAsync<NameKeyRow>(statement, parameters, cancellationToken);
        return rows.ToDictionary(row => row.NameKey, row => row.Name);
    }

    /// <summary>Each name once; null is none.</summary>
    public static SqlServerRows ToNameRows(IReadOnlyList<string?> names)
    {
        var rows = new SqlServerRows(SqlServerRowType.Names);
        foreach (string name in names.OfType<string>().Where(IsPossible).Distinct(StringComparer.Ordinal))
        {
            rows.Add(name);
        }

        if (rows.Count == 0)
        {
            // A parameter has at least one row, and nothing is named by an empty text.
            rows.Add("");
        }

        return rows;
    }

    private static SqlServerStatement KeysOf(string table, string key) =>
        new($"SELECT CAST(d.{key} AS bigint) FROM @Names AS n JOIN {table} AS d ON d.Name = n.Name", "Names");

    private static SqlServerStatement NamesOf(string table, string key) =>
        new($"SELECT d.{key} AS NameKey, d.Name FROM @Keys AS k JOIN {table} AS d ON d.{key} = k.RowKey", "Keys");

    // A longer one would be refused by the parameter's type; no stored name is.
    private static bool IsPossible(string name) => name.Length <= SqlServerParameters.NameLength;

    private static ArgumentOutOfRangeException NotADimensionOfCounts(Dimension dimension) =>
        new(nameof(dimension), dimension, "Survey and question are known from the question, not from a key.");
}
