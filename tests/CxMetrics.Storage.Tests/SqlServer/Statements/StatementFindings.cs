using CxMetrics.Storage.Connections;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CxMetrics.Storage.Tests.SqlServer.Statements;

/// <summary>Walks the tree of one statement and says what is wrong with it.</summary>
/// <remarks>
/// Columns must be qualified by an alias wherever a statement names more than one table, so that each can be looked up in the
/// schema; the alias is resolved within its own query first, then in the queries around it.
/// </remarks>
internal sealed class StatementFindings : TSqlFragmentVisitor
{
    private readonly SchemaColumns _schema;
    private readonly IReadOnlyDictionary<string, string> _tableParameters;
    private readonly HashSet<string> _declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<Dictionary<string, string>> _scopes = new();
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);
    private readonly List<string> _findings = [];

    private StatementFindings(SchemaColumns schema, IReadOnlyDictionary<string, string> tableParameters) =>
        (_schema, _tableParameters) = (schema, tableParameters);

    /// <summary>What is wrong; empty when nothing is.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="schema">The columns there are.</param>
    /// <param name="tableParameters">The table types of parameters, by the parameters' names.</param>
    public static IReadOnlyList<string> Of(
        SqlServerStatement statement,
        SchemaColumns schema,
        IReadOnlyDictionary<string, string> tableParameters
    )
    {
        var walk = new StatementFindings(schema, tableParameters);
        TransactSql.Parse(statement.Text).Accept(walk);
        walk._used.ExceptWith(walk._declared);
        walk._findings.AddRange(
            walk._used.Except(statement.Parameters, StringComparer.Ordinal).Select(name => $"@{name} is not declared")
        );
        walk._findings.AddRange(
            statement.Parameters.Except(walk._used, StringComparer.Ordinal).Select(name => $"@{name} is not used")
        );
        return walk._findings;
    }

    public override void Visit(MergeStatement node) => _findings.Add("MERGE");

    public override void Visit(SelectStarExpression node) => _findings.Add("SELECT *");

    public override void Visit(TableHint node)
    {
        if (node.HintKind is TableHintKind.NoLock or TableHintKind.ReadUncommitted or TableHintKind.ReadPast)
        {
            _findings.Add(node.HintKind.ToString().ToUpperInvariant());
        }
    }

    public override void Visit(SetTransactionIsolationLevelStatement node)
    {
        if (node.Level == IsolationLevel.ReadUncommitted)
        {
            _findings.Add("READUNCOMMITTED");
        }
    }

    public override void Visit(DeclareVariableElement node) => _declared.Add(node.VariableName.Value[1..]);

    public override void Visit(VariableReference node) => _used.Add(node.Name[1..]);

    public override void Visit(ColumnReferenceExpression node)
    {
        if (node.MultiPartIdentifier is not { } name)
        {
            return;
        }

        string column = name.Identifiers[^1].Value;
        if (name.Count > 1)
        {
            ConfirmColumn(Resolve(name.Identifiers[^2].Value), column);
        }
        else if (_scopes.Count == 0 || !_scopes.Peek().Values.Any(table => HasColumn(table, column)))
        {
            _findings.Add($"{column} is a column of no table here");
        }
        else if (_scopes.Peek().Count > 1)
        {
            _findings.Add($"{column} does not say of which table");
        }
    }

    // The name of a procedure's parameter is a variable in the tree, but none of the statement's.
    public override void ExplicitVisit(ExecuteParameter node) => node.ParameterValue.Accept(this);

    // The part of a date, as in DATEADD(second, …), is a column in the tree, but none of any table.
    public override void ExplicitVisit(FunctionCall node)
    {
        bool isOfDates = node.FunctionName.Value.StartsWith("DATE", StringComparison.OrdinalIgnoreCase);
        foreach (ScalarExpression parameter in node.Parameters.Skip(isOfDates ? 1 : 0))
        {
            parameter.Accept(this);
        }
    }

    public override void ExplicitVisit(QuerySpecification node) => InScope(node, () => base.ExplicitVisit(node));

    public override void ExplicitVisit(UpdateSpecification node) =>
        InScope(
            node,
            () =>
            {
                string target = Table(node.Target);
                foreach (AssignmentSetClause set in node.SetClauses.OfType<AssignmentSetClause>())
                {
                    ConfirmColumn(target, set.Column.MultiPartIdentifier.Identifiers[^1].Value);
                    set.NewValue.Accept(this);
                }

                node.FromClause?.Accept(this);
                node.WhereClause?.Accept(this);
                WithOutput(target, node.OutputClause);
            }
        );

    public override void ExplicitVisit(DeleteSpecification node) =>
        InScope(
            node,
            () =>
            {
                _ = Table(node.Target);
                node.FromClause?.Accept(this);
                node.WhereClause?.Accept(this);
                WithOutput(Table(node.Target), node.OutputClause);
            }
        );

    public override void ExplicitVisit(InsertSpecification node)
    {
        string target = Name(((NamedTableReference)node.Target).SchemaObject);
        foreach (ColumnReferenceExpression column in node.Columns)
        {
            ConfirmColumn(target, column.MultiPartIdentifier.Identifiers[^1].Value);
        }

        node.InsertSource.Accept(this);
        WithOutput(target, node.OutputClause);
    }

    private void InScope(TSqlFragment node, Action walk)
    {
        var tables = new TablesOfScope(node);
        _scopes.Push(
            tables.Aliases.ToDictionary(
                alias => alias.Key,
                alias => alias.Value.StartsWith('@') ? TypeOf(alias.Value[1..]) : alias.Value,
                StringComparer.OrdinalIgnoreCase
            )
        );
        foreach (string table in _scopes.Peek().Values.Where(table => !_schema.Columns.ContainsKey(table)))
        {
            _findings.Add($"{table} is no table of the schema");
        }

        foreach ((string alias, List<string> columns) in tables.Derived)
        {
            // No table of the schema has such a name.
            string name = $"({alias})";
            _scopes.Peek()[alias] = name;
            _derived[name] = columns;
        }

        walk();
        _scopes.Pop();
    }

    private void WithOutput(string target, OutputClause? output)
    {
        _scopes.Push(
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["inserted"] = target,
                ["deleted"] = target,
            }
        );
        output?.Accept(this);
        _scopes.Pop();
    }

    private string TypeOf(string parameter)
    {
        _used.Add(parameter);
        return _tableParameters.GetValueOrDefault(parameter, $"@{parameter}");
    }

    private string Table(TableReference target)
    {
        string name = Name(((NamedTableReference)target).SchemaObject);
        return _scopes.Peek().GetValueOrDefault(name, name);
    }

    private string Resolve(string alias)
    {
        foreach (Dictionary<string, string> scope in _scopes)
        {
            if (scope.TryGetValue(alias, out string? table))
            {
                return table;
            }
        }

        return alias;
    }

    private bool HasColumn(string table, string column) =>
        (_schema.Columns.TryGetValue(table, out List<string>? columns) || _derived.TryGetValue(table, out columns))
        && columns.Contains(column, StringComparer.Ordinal);

    private void ConfirmColumn(string table, string column)
    {
        if (!HasColumn(table, column))
        {
            _findings.Add($"{table} has no column {column}");
        }
    }

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;
}
