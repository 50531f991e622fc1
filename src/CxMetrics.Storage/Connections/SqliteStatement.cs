using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CxMetrics.Storage.Connections;

/// <summary>One prepared statement, kept for the life of its connection and run thousands of times a second.</summary>
/// <remarks>
/// A thin layer over SQLite's own calls: a command of the ADO.NET provider makes a reader and looks every parameter up by
/// name on each run. Parameters count from 1 in the order of their first
/// appearance in the text, columns from 0.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private const int StackBytes = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // A parameter keeps its value from run to run, and most integers are the same in the next: those are not bound again.
    private readonly long?[] _bound;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _bound = new long?[raw.sqlite3_bind_parameter_count(_statement) + 1];
    }

    /// <summary>How many rows the last insert, update or delete changed.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    public long LastInsertedKey => raw.sqlite3_last_insert_rowid(_database);

    public SqliteStatement Bind(int parameter, long value)
    {
        if (_bound[parameter] != value)
        {
            Check(raw.sqlite3_bind_int64(_statement, parameter, value));
            _bound[parameter] = value;
        }

        return this;
    }

    public SqliteStatement Bind(int parameter, string? value)
    {
        _bound[parameter] = null;
        if (string.IsNullOrEmpty(value))
        {
            // An empty span would be bound as null.
            Check(
                value is null
                    ? raw.sqlite3_bind_null(_statement, parameter)
                    : raw.sqlite3_bind_text(_statement, parameter, value)
            );
            return this;
        }

        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackBytes];
        int length = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(_statement, parameter, buffer[..length]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Binds a key of which 0 stands for none.</summary>
    public SqliteStatement BindKey(int parameter, long key) => BindNumber(parameter, key == 0 ? null : key);

    public SqliteStatement BindNumber(int parameter, long? number)
    {
        if (number is { } known)
        {
            return Bind(parameter, known);
        }

        Check(raw.sqlite3_bind_null(_statement, parameter));
        _bound[parameter] = null;
        return this;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Execute()
    {
        Step();
        Reset();
    }

    /// <summary>Moves to the next row; false at the end. Ends with <see cref="Reset"/>.</summary>
    public bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(_statement);
            Check(code);
        }

        return false;
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>Runs a query for one number; null when it returns no row.</summary>
    public long? FindInt64()
    {
        long? found = Step() ? Int64(0) : null;
        Reset();
        return found;
    }

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
