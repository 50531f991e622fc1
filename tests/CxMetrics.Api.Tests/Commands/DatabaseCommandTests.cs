using CxMetrics.Api.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Api.Tests.Commands;

/// <summary><c>db</c> as its users run it.</summary>
public sealed class DatabaseCommandTests
{
    [Test]
    public async Task Migrate_WithoutADatabase_MakesOne()
    {
        using var workspace = new CommandWorkspace();

        CommandResult result = await workspace.RunAsync("db", "migrate");

        result.ExitCode.Should().Be(0, result.ToString());
        result.Output.Should().Be("The schema is up to date.");
        File.Exists(workspace.Database.File).Should().BeTrue();
    }

    [Test]
    public async Task Check_CleanDatabase_IsZero()
    {
        using var workspace = new CommandWorkspace();
        await FillAsync(workspace);

        CommandResult result = await workspace.RunAsync("db", "check");

        result.ExitCode.Should().Be(0, result.ToString());
        result.Output.Should().StartWith("20 responses and ").And.EndWith(" checked, 0 findings.");
        result.Errors.Should().BeEmpty();
    }

    [Test]
    public async Task Check_TamperedCounts_NamesThemAndRebuildRepairs()
    {
        using var workspace = new CommandWorkspace();
        await FillAsync(workspace);
        await TamperAsync(workspace.Database);

        CommandResult broken = await workspace.RunAsync("db", "check");
        CommandResult repair = await workspace.RunAsync("db", "rebuild");
        CommandResult repaired = await workspace.RunAsync("db", "check");

        broken.ExitCode.Should().Be(1, broken.ToString());
        broken.Output.Split('\n').Should().HaveCountGreaterThan(1);
        broken.Output.Should().NotEndWith(" 0 findings.");
        repair.ExitCode.Should().Be(0, repair.ToString());
        repair.Output.Should().Be("The daily counts are made anew.");
        repaired.ExitCode.Should().Be(0, repaired.ToString());
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(database: workspace.Database);
        var report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-03-01&to=2026-04-01");
        report["rows"]![0]!["n"]!.GetValue<long>().Should().Be(20);
    }

    [TestCase("check")]
    [TestCase("rebuild")]
    public async Task Database_Missing_IsSaidRatherThanMade(string command)
    {
        using var workspace = new CommandWorkspace();

        CommandResult result = await workspace.RunAsync("db", command);

        result.ExitCode.Should().Be(1, result.ToString());
        result.Errors.Should().StartWith("There is no database at ");
        File.Exists(workspace.Database.File).Should().BeFalse();
    }

    private static async Task FillAsync(CommandWorkspace workspace)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(database: workspace.Database);
        await app.SendResponsesAsync(Sample.Responses("r", 20, 0, 7, 10));
    }

    private static async Task TamperAsync(TemporaryDatabase database)
    {
        const string tamper = "UPDATE DailyCounts SET Score10 = Score10 + 1";

        await using var connection = new SqliteConnection(database.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = tamper;
        (await command.ExecuteNonQueryAsync()).Should().BePositive();
    }
}
