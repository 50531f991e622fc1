using CxMetrics.Storage.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CxMetrics.Storage.Tests.SqlServer.Statements;

/// <summary>The columns of every table and table type, as the parser reads them out of the migrations.</summary>
internal sealed class SchemaColumns : TSqlFragmentVisitor
{
    private static readonly string[] SystemDatabases = ["name", "snapshot_isolation_state"];

    private readonly Dictionary<string, List<string>> _columns = new(StringComparer.OrdinalIgnoreCase)
    {
        // Of the server itself, as its documentation lists them; only those that are used.
        ["databases"] = [.. SystemDatabases],
        ["tables"] = ["name"],
    };

    public IReadOnlyDictionary<string, List<string>> Columns => _columns;

    /// <summary>The schema after all migrations, with the journal that the migrator makes itself.</summary>
    public static SchemaColumns Read(IEnumerable<string> others)
    {
        var schema = new SchemaColumns();
        foreach (string script in Migration.Of("SqlServer").Select(migration => migration.Script).Concat(others))
        {
            TransactSql.Parse(script).Accept(schema);
        }

        return schema;
    }

    public override void Visit(CreateTableStatement node) =>
        Add(node.SchemaObjectName.BaseIdentifier.Value, node.Definition.ColumnDefinitions);

    public override void Visit(CreateTypeTableStatement node) =>
        Add(node.Name.BaseIdentifier.Value, node.Definition.ColumnDefinitions);

    public override void Visit(DropTypeStatement node) => _columns.Remove(node.Name.BaseIdentifier.Value);

    public override void Visit(AlterTableAddTableElementStatement node) =>
        _columns[node.SchemaObjectName.BaseIdentifier.Value]
            .AddRange(node.Definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value));

    public override void Visit(AlterTableDropTableElementStatement node)
    {
        foreach (AlterTableDropTableElement element in node.AlterTableDropTableElements)
        {
            if (element.TableElementType == TableElementType.Column)
            {
                _columns[node.SchemaObjectName.BaseIdentifier.Value].Remove(element.Name.Value);
            }
        }
    }

    private void Add(string name, IList<ColumnDefinition> columns) =>
        _columns.Add(name, [.. columns.Select(column => column.ColumnIdentifier.Value)]);
}
