using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;

namespace CxMetrics.Storage.Connections;

/// <summary>Rows on their way to the server: as a parameter when they are few, copied in bulk when they are many.</summary>
internal sealed class SqlServerRows(SqlServerRowType type)
{
    private const string BatchColumn = "Batch";

    private readonly List<object?[]> _rows = [];

    public SqlServerRowType Type { get; } = type;

    public int Count => _rows.Count;

    public void Add(params object?[] values) => _rows.Add(values);

    /// <summary>One record, filled again for each row: the client reads it before it asks for the next.</summary>
    public IEnumerable<SqlDataRecord> ToRecords()
    {
        var record = new SqlDataRecord(Type.Columns);
        foreach (object?[] row in _rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                record.SetValue(column, row[column] ?? DBNull.Value);
            }

            yield return record;
        }
    }

    /// <summary>Copies the rows into a table whose columns have the same names.</summary>
    /// <param name="transaction">The transaction they belong to.</param>
    /// <param name="table">The table.</param>
    /// <param name="batch">What tells these rows from others' in a staging table; null where it has no such column.</param>
    public void CopyTo(SqlTransaction transaction, string table, long? batch)
    {
        // Foreign keys are checked as by any insert, or the server would trust them no longer.
        using var copy = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.CheckConstraints, transaction)
        {
            DestinationTableName = table,
        };
        using DataTable rows = ToTable(batch);
        foreach (DataColumn column in rows.Columns)
        {
            copy.ColumnMappings.Add(column.ColumnName, column.ColumnName);
        }

        copy.WriteToServer(rows);
    }

    private DataTable ToTable(long? batch)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        if (batch is not null)
        {
            table.Columns.Add(BatchColumn, typeof(long));
        }

        foreach (SqlMetaData column in Type.Columns)
        {
            table.Columns.Add(column.Name, ClrType(column.SqlDbType));
        }

        foreach (object?[] row in _rows)
        {
            table.Rows.Add(batch is null ? row : [batch, .. row]);
        }

        return table;
    }

    private static Type ClrType(SqlDbType type) =>
        type switch
        {
            SqlDbType.Bit => typeof(bool),
            SqlDbType.TinyInt => typeof(byte),
            SqlDbType.Int => typeof(int),
            SqlDbType.BigInt => typeof(long),
            SqlDbType.NVarChar => typeof(string),
            SqlDbType.DateTime2 => typeof(DateTime),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No column has this type."),
        };
}
