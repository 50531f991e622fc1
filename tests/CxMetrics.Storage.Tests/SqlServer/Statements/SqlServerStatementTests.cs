using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Maintenance;
using CxMetrics.Storage.Migrations;
using Microsoft.Data.SqlClient.Server;

namespace CxMetrics.Storage.Tests.SqlServer.Statements;

/// <summary>What can be known of the T-SQL without a server: Microsoft's parser takes it, and it fits the schema.</summary>
public sealed class SqlServerStatementTests
{
    private static readonly SchemaColumns Schema = SchemaColumns.Read([
        StatementCatalogue.All["SqlServerMigrator.CreateJournal"].Text,
    ]);

    private static IEnumerable<string> Names => StatementCatalogue.All.Keys;

    [TestCaseSource(nameof(Names))]
    public void Statement_ParsedAndWalked_HasNothingWrong(string name)
    {
        StatementFindings
            .Of(StatementCatalogue.All[name], Schema, StatementCatalogue.TableParameters)
            .Should()
            .BeEmpty();
    }

    [Test]
    public void Catalogue_FindsThemAll()
    {
        // As many as the sources construct, so that none hides from the parser in a local variable or an instance.
        StatementCatalogue.All.Count.Should().BeGreaterThan(45);
        StatementCatalogue.All.Values.Should().OnlyHaveUniqueItems();
        SqlServerFactChecks
            .All.Select(check => check.Statement)
            .Concat(SqlServerForeignKeyChecks.All)
            .Should()
            .BeSubsetOf(StatementCatalogue.All.Values);
    }

    [Test]
    public void Migrations_AreParsed()
    {
        foreach (Migration migration in Migration.Of("SqlServer"))
        {
            FluentActions.Invoking(() => TransactSql.Parse(migration.Script)).Should().NotThrow();
        }
    }

    [Test]
    public void Migrations_OfBothDialects_HaveTheSameNumbersAndNames() =>
        Migration
            .Of("SqlServer")
            .Select(migration => (migration.Number, migration.Name))
            .Should()
            .Equal(Migration.Of("Sqlite").Select(migration => (migration.Number, migration.Name)));

    [Test]
    public void FactChecks_OfBothDialects_HaveTheSameNamesAndMessages() =>
        SqlServerFactChecks
            .All.Select(check => (check.Check, check.Message))
            .Should()
            .Equal(SqliteFactChecks.All.Select(check => (check.Check, check.Message)));

    [Test]
    public void RowTypes_HaveTheColumnsOfTheSchemaInTheirOrder()
    {
        SqlServerRowType[] types =
        [
            SqlServerRowType.Responses,
            SqlServerRowType.Answers,
            SqlServerRowType.Details,
            SqlServerRowType.Counts,
            SqlServerRowType.Questions,
            SqlServerRowType.Names,
            SqlServerRowType.Keys,
            SqlServerRowType.DayRanges,
        ];
        foreach (SqlServerRowType type in types)
        {
            type.Columns.Select((SqlMetaData column) => column.Name).Should().Equal(Schema.Columns[type.Name]);
        }
    }

    [TestCase("SELEC r.Id FROM Responses AS r")]
    [TestCase("SELECT r.Id FROM Responses AS r WHERE")]
    public void Parse_NotTransactSql_Throws(string text)
    {
        FluentActions.Invoking(() => TransactSql.Parse(text)).Should().Throw<FormatException>();
    }

    [TestCase("SELECT r.Ids FROM Responses AS r", "Responses has no column Ids")]
    [TestCase("SELECT Ids FROM Responses", "Ids is a column of no table here")]
    [TestCase("SELECT r.Id FROM Response AS r", "Response is no table of the schema", "Response has no column Id")]
    [TestCase(
        "SELECT r.Id FROM Responses AS r WHERE EXISTS (SELECT 1 FROM Surveys AS s WHERE s.X = r.Y)",
        "Surveys has no column X",
        "Responses has no column Y"
    )]
    [TestCase(
        "SELECT Id FROM Responses AS r JOIN Surveys AS s ON s.SurveyKey = r.SurveyKey",
        "Id does not say of which table"
    )]
    [TestCase(
        "SELECT 1 FROM Responses AS r WHERE r.RespondedAt > DATEADD(second, 5, r.Never)",
        "Responses has no column Never"
    )]
    [TestCase("SELECT x.Id FROM (SELECT r.Score FROM Responses AS r) AS x", "(x) has no column Id")]
    [TestCase("SELECT x.Ids FROM (SELECT r.Ids FROM Responses AS r) AS x", "Responses has no column Ids")]
    [TestCase("SELECT * FROM Responses AS r", "SELECT *")]
    [TestCase("SELECT r.Id FROM Responses AS r WITH (NOLOCK)", "NOLOCK")]
    [TestCase("SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED", "READUNCOMMITTED")]
    [TestCase("SELECT r.Id FROM Responses AS r WHERE r.Id = @Id", "@Id is not declared")]
    [TestCase("UPDATE Settings SET Values2 = N'a'", "Settings has no column Values2")]
    [TestCase("UPDATE s SET Value = s.Val FROM Settings AS s", "Settings has no column Val")]
    [TestCase("INSERT INTO Settings (Name, Vallue) VALUES (N'a', N'b')", "Settings has no column Vallue")]
    [TestCase("INSERT INTO Settings (Name) OUTPUT inserted.X VALUES (N'a')", "Settings has no column X")]
    [TestCase(
        "DELETE c FROM DailyCounts AS c JOIN Questions AS q ON q.Key1 = c.QuestionKey",
        "Questions has no column Key1"
    )]
    [TestCase("SELECT k.Key1 FROM @Keys AS k", "KeyRows has no column Key1", "@Keys is not declared")]
    [TestCase("SELECT 1 FROM Responses AS r ORDER BY r.Nothing", "Responses has no column Nothing")]
    [TestCase("MERGE Settings AS t USING Settings AS s ON t.Name = s.Name WHEN MATCHED THEN DELETE;", "MERGE")]
    public void Walk_WrongStatement_IsFound(string text, params string[] findings)
    {
        StatementFindings
            .Of(new SqlServerStatement(text), Schema, StatementCatalogue.TableParameters)
            .Should()
            .Contain(findings);
    }

    [Test]
    public void Walk_ParameterNotUsed_IsFound()
    {
        StatementFindings
            .Of(new SqlServerStatement("SELECT 1", "Id"), Schema, StatementCatalogue.TableParameters)
            .Should()
            .Equal("@Id is not used");
    }

    [Test]
    public void Confirm_OtherParameters_AreRefused()
    {
        var statement = new SqlServerStatement("SELECT @A, @B", "A", "B");

        FluentActions.Invoking(() => statement.Confirm(["B", "A"])).Should().NotThrow();
        FluentActions.Invoking(() => statement.Confirm(["A"])).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => statement.Confirm(["A", "B", "C"])).Should().Throw<InvalidOperationException>();
    }
}
