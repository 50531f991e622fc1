using System.Data.Common;
using System.Globalization;

namespace CxMetrics.Benchmarks.Databases;

/// <summary>What statements find, as text that is equal where they find the same.</summary>
internal static class FactsDigest
{
    private const int TimeoutSeconds = 600;

    public static string Read(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Callers pass constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = TimeoutSeconds;
        using DbDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        do
        {
            while (reader.Read())
            {
                object[] values = new object[reader.FieldCount];
                reader.GetValues(values);
                lines.Add(
                    string.Join(' ', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))
                );
            }
        } while (reader.NextResult());

        return string.Join('\n', lines);
    }
}
