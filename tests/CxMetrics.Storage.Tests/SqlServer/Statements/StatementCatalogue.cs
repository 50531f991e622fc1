using System.Reflection;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Maintenance;

namespace CxMetrics.Storage.Tests.SqlServer.Statements;

/// <summary>Every statement that the store can send, found in the static members of its types.</summary>
internal static class StatementCatalogue
{
    private const BindingFlags StaticMembers =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlyDictionary<string, SqlServerStatement> All { get; } =
        typeof(SqlServerStatement)
            .Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(StaticMembers))
            .Where(field => !field.IsLiteral && typeof(SqlServerStatement).IsAssignableFrom(field.FieldType))
            .Select(field => (Name: Name(field), Statement: (SqlServerStatement)field.GetValue(null)!))
            // The only one with a setting in its text, where T-SQL has no place for a parameter.
            .Append((Name: "SetUpWriter", Statement: SqlServerDatabase.SetUpWriter(TimeSpan.FromSeconds(5))))
            .Concat(SqlServerFactChecks.All.Select((check, place) => (Name: $"FactChecks {place}", check.Statement)))
            .ToDictionary(statement => statement.Name, statement => statement.Statement, StringComparer.Ordinal);

    /// <summary>The table types of the parameters that are tables, by name; a name has one type everywhere.</summary>
    public static IReadOnlyDictionary<string, string> TableParameters { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Responses"] = SqlServerRowType.Responses.Name,
            ["Answers"] = SqlServerRowType.Answers.Name,
            ["Details"] = SqlServerRowType.Details.Name,
            ["Counts"] = SqlServerRowType.Counts.Name,
            ["Names"] = SqlServerRowType.Names.Name,
            ["Surveys"] = SqlServerRowType.Names.Name,
            ["NewQuestions"] = SqlServerRowType.Questions.Name,
            ["Questions"] = SqlServerRowType.Names.Name,
            ["Keys"] = SqlServerRowType.Keys.Name,
            ["ResponseKeys"] = SqlServerRowType.Keys.Name,
            ["QuestionKeys"] = SqlServerRowType.Keys.Name,
            ["DayRanges"] = SqlServerRowType.DayRanges.Name,
        };

    // An automatic property is a field with a name of the compiler's making.
    private static string Name(FieldInfo field) =>
        $"{field.DeclaringType!.Name}.{field.Name.Replace("<", "", StringComparison.Ordinal).Replace(">k__BackingField", "", StringComparison.Ordinal)}";
}
