using System.Text.Json;
using CxMetrics.Domain.Responses;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>Reads whole responses, current or as they were.</summary>
internal static class SqliteResponseReader
{
    /// <summary>The revision under a source and id; null when there is, or was, none.</summary>
    public static StoredResponse? Find(SqliteConnection connection, string source, string id, DateTimeOffset? asOf)
    {
        var parameters = new
        {
            Source = source,
            Id = id,
            AsOf = Limit(asOf),
        };
        ResponseRow? row = connection.QuerySingleOrDefault<ResponseRow>(
            new CommandDefinition(SqliteResponseListSql.Find, parameters)
        );
        if (row is null && asOf is not null)
        {
            row = connection.QuerySingleOrDefault<ResponseRow>(
                new CommandDefinition(SqliteResponseListSql.FindSuperseded, parameters)
            );
            row?.IsSuperseded = true;
        }

        return row is null ? null : WithFurtherAnswers(connection, [row])[0];
    }

    /// <summary>Revisions in the order of the list, up to a limit.</summary>
    public static List<ResponseRow> List(SqliteConnection connection, ResponseQuery query, int limit)
    {
        object parameters = Parameters(query, limit);
        bool isOfCustomer = query.CustomerId is not null;
        List<ResponseRow> current = Query(
            connection,
            isOfCustomer ? SqliteResponseListSql.ListOfCustomer : SqliteResponseListSql.List,
            parameters
        );
        if (query.AsOf is null)
        {
            return current;
        }

        List<ResponseRow> earlier = Query(
            connection,
            isOfCustomer ? SqliteResponseListSql.ListSupersededOfCustomer : SqliteResponseListSql.ListSuperseded,
            parameters
        );
        return ResponsePages.Merge(current, earlier, limit);
    }

    /// <summary>The responses of rows, complete.</summary>
    public static List<StoredResponse> WithFurtherAnswers(SqliteConnection connection, List<ResponseRow> rows)
    {
        long[] keys = [.. rows.Where(row => row.HasMoreAnswers != 0).Select(row => row.ResponseKey)];
        ILookup<long, FurtherAnswerRow> further = ReadFurtherAnswers(connection, keys);
        return rows.ConvertAll(row => row.ToStored(further[row.ResponseKey]));
    }

    private static List<ResponseRow> Query(SqliteConnection connection, string sql, object parameters) =>
        connection.Query<ResponseRow>(new CommandDefinition(sql, parameters)).AsList();

    private static object Parameters(ResponseQuery query, int limit) =>
        new
        {
            From = query.From is { } from ? Microseconds.FromInstant(from) : long.MinValue,
            To = query.To is { } to ? Microseconds.FromInstant(to) : long.MaxValue,
            AfterRespondedAt = query.After is { } at ? Microseconds.FromInstant(at.RespondedAt) : long.MinValue,
            AfterKey = query.After is { } after ? after.Key : long.MinValue,
            query.Survey,
            query.CustomerId,
            query.Test,
            query.SuspectedDuplicate,
            AsOf = Limit(query.AsOf),
            Limit = (long)limit,
        };

    // Now is a moment that nothing is recorded after.
    private static long Limit(DateTimeOffset? asOf) =>
        asOf is { } moment ? Microseconds.FromInstant(moment) : long.MaxValue;

    private static ILookup<long, FurtherAnswerRow> ReadFurtherAnswers(SqliteConnection connection, long[] responseKeys)
    {
        IEnumerable<FurtherAnswerRow> rows = [];
        if (responseKeys.Length > 0)
        {
            var parameters = new { ResponseKeys = JsonSerializer.Serialize(responseKeys) };
            rows = connection.Query<FurtherAnswerRow>(
                new CommandDefinition(SqliteResponseSql.SelectFurtherAnswers, parameters)
            );
        }

        return rows.ToLookup(row => row.ResponseKey);
    }
}
