using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CxMetrics.Storage.Tests.SqlServer.Statements;

/// <summary>The tables that one query names itself, by alias; those of queries within it are theirs.</summary>
internal sealed class TablesOfScope : TSqlFragmentVisitor
{
    private readonly TSqlFragment _scope;

    public TablesOfScope(TSqlFragment scope)
    {
        _scope = scope;
        scope.AcceptChildren(this);
    }

    public Dictionary<string, string> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns of queries that are named as tables, by alias.</summary>
    public Dictionary<string, List<string>> Derived { get; } = new(StringComparer.OrdinalIgnoreCase);

    public override void ExplicitVisit(QueryDerivedTable node)
    {
        var query = (QuerySpecification)node.QueryExpression;
        Derived[node.Alias.Value] = [.. query.SelectElements.Cast<SelectScalarExpression>().Select(Name)];
    }

    public override void ExplicitVisit(QuerySpecification node)
    {
        if (node == _scope)
        {
            base.ExplicitVisit(node);
        }
    }

    // The target of an update or delete may be named by an alias, which the FROM clause then says more about.
    public override void Visit(NamedTableReference node)
    {
        string name = node.SchemaObject.BaseIdentifier.Value;
        if (node.Alias is { } alias)
        {
            Aliases[alias.Value] = name;
        }
        else
        {
            Aliases.TryAdd(name, name);
        }
    }

    public override void Visit(VariableTableReference node) =>
        Aliases.TryAdd(node.Alias?.Value ?? node.Variable.Name, node.Variable.Name);

    private static string Name(SelectScalarExpression element) =>
        element.ColumnName?.Value
        ?? ((ColumnReferenceExpression)element.Expression).MultiPartIdentifier.Identifiers[^1].Value;
}
