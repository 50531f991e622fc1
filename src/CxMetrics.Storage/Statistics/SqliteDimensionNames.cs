using System.Text.Json;
using CxMetrics.Domain.Statistics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Statistics;

/// <summary>Translates between the names that queries use and the keys of daily counts, for the three dimensions kept there.</summary>
internal static class SqliteDimensionNames
{
    private const string TouchpointKeys = """
        SELECT TouchpointKey FROM Touchpoints WHERE Name IN (SELECT value FROM json_each(@Names))
        """;

    private const string ChannelKeys = """
        SELECT ChannelKey FROM Channels WHERE Name IN (SELECT value FROM json_each(@Names))
        """;

    private const string SegmentKeys = """
        SELECT SegmentKey FROM Segments WHERE Name IN (SELECT value FROM json_each(@Names))
        """;

    private const string TouchpointNames = """
        SELECT TouchpointKey AS Key, Name FROM Touchpoints WHERE TouchpointKey IN (SELECT value FROM json_each(@Keys))
        """;

    private const string ChannelNames = """
        SELECT ChannelKey AS Key, Name FROM Channels WHERE ChannelKey IN (SELECT value FROM json_each(@Keys))
        """;

    private const string SegmentNames = """
        SELECT SegmentKey AS Key, Name FROM Segments WHERE SegmentKey IN (SELECT value FROM json_each(@Keys))
        """;

    /// <summary>The keys of the names that exist, and 0 for null.</summary>
    public static HashSet<long> FindKeys(SqliteConnection connection, Dimension dimension, IReadOnlyList<string?> names)
    {
        string sql = dimension switch
        {
            Dimension.Touchpoint => TouchpointKeys,
            Dimension.Channel => ChannelKeys,
            Dimension.Segment => SegmentKeys,
            Dimension.Survey or Dimension.Question => throw NotADimensionOfCounts(dimension),
        };
        HashSet<long> keys = [.. connection.Query<long>(new CommandDefinition(sql, new { Names = ToJson(names) }))];
        if (names.Any(name => name is null))
        {
            keys.Add(0);
        }

        return keys;
    }

    /// <summary>The names of keys; 0 has none.</summary>
    public static Dictionary<long, string> ReadNames(
        SqliteConnection connection,
        Dimension dimension,
        IEnumerable<long> keys
    )
    {
        string sql = dimension switch
        {
            Dimension.Touchpoint => TouchpointNames,
            Dimension.Channel => ChannelNames,
            Dimension.Segment => SegmentNames,
            Dimension.Survey or Dimension.Question => throw NotADimensionOfCounts(dimension),
        };
        return connection
            .Query<(long Key, string Name)>(new CommandDefinition(sql, new { Keys = JsonSerializer.Serialize(keys) }))
            .ToDictionary(row => row.Key, row => row.Name);
    }

    /// <summary>A JSON array of names; null for no list.</summary>
    public static string? ToJson(IReadOnlyList<string?>? names) =>
        names is null ? null : JsonSerializer.Serialize(names);

    private static ArgumentOutOfRangeException NotADimensionOfCounts(Dimension dimension) =>
        new(nameof(dimension), dimension, "Survey and question are known from the question, not from a key.");
}
