using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Connections;

/// <summary>The values of one execution, each with its exact type: a type left to guess costs plans, or digits of a time.</summary>
internal sealed class SqlServerParameters : SqlMapper.IDynamicParameters
{
    /// <summary>The longest name or identifier, as in the schema.</summary>
    public const int NameLength = 200;

    private const int LongestSized = 4000;

    private readonly List<SqlParameter> _parameters = [];

    public IEnumerable<string> Names => _parameters.Select(parameter => parameter.ParameterName);

    public SqlServerParameters BigInt(string name, long? value) => Add(new SqlParameter(name, SqlDbType.BigInt), value);

    public SqlServerParameters Bit(string name, bool? value) => Add(new SqlParameter(name, SqlDbType.Bit), value);

    public SqlServerParameters Int(string name, int? value) => Add(new SqlParameter(name, SqlDbType.Int), value);

    public SqlServerParameters Text(string name, string? value)
    {
        // A longer text matches nothing; cut to the length of the column it might.
        int length = Math.Max(NameLength, value?.Length ?? 0);
        return Add(new SqlParameter(name, SqlDbType.NVarChar, length > LongestSized ? -1 : length), value);
    }

    public SqlServerParameters Instant(string name, DateTimeOffset value) =>
        Add(new SqlParameter(name, SqlDbType.DateTime2) { Scale = 6 }, value.UtcDateTime);

    /// <summary>A table-valued parameter of one row or more; they are read when the command runs.</summary>
    public SqlServerParameters Table(string name, SqlServerRows rows) =>
        Add(new SqlParameter(name, SqlDbType.Structured) { TypeName = rows.Type.Name }, rows.ToRecords());

    void SqlMapper.IDynamicParameters.AddParameters(IDbCommand command, SqlMapper.Identity identity) =>
        _parameters.ForEach(parameter => command.Parameters.Add(parameter));

    private SqlServerParameters Add(SqlParameter parameter, object? value)
    {
        parameter.Value = value ?? DBNull.Value;
        _parameters.Add(parameter);
        return this;
    }
}
