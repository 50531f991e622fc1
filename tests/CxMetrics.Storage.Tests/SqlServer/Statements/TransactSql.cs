using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CxMetrics.Storage.Tests.SqlServer.Statements;

/// <summary>Microsoft's own parser of SQL Server 2019.</summary>
internal static class TransactSql
{
    /// <summary>The tree of a text; throws what the parser says where it is not T-SQL.</summary>
    public static TSqlFragment Parse(string text)
    {
        var parser = new TSql150Parser(initialQuotedIdentifiers: true, SqlEngineType.All);
        TSqlFragment tree = parser.Parse(new StringReader(text), out IList<ParseError> errors);
        return errors.Count == 0
            ? tree
            : throw new FormatException(string.Join('\n', errors.Select(error => $"{error.Line}: {error.Message}")));
    }
}
