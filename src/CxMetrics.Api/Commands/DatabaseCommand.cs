using System.CommandLine;
using CxMetrics.Storage.Maintenance;

namespace CxMetrics.Api.Commands;

/// <summary><c>db migrate|check|rebuild|backup</c>: looks after the database.</summary>
internal static class DatabaseCommand
{
    public static Command Create() =>
        new("db", "Look after the database.")
        {
            Create("migrate", "Bring the schema up to date. The service does the same when it starts.", MigrateAsync),
            Create("check", "Count everything again and compare; exit code 1 when something differs.", CheckAsync),
            Create(
                "rebuild",
                "Make the daily counts again from the facts, for the configured time zone.",
                RebuildAsync
            ),
            BackupCommand.Create(),
        };

    private static Command Create(
        string name,
        string description,
        Func<DatabaseMaintenance, CancellationToken, Task<int>> run
    )
    {
        var command = new Command(name, description);
        command.SetAction(
            (_, cancellationToken) =>
                StartGuard.RunAsync(async () =>
                {
                    // Not started: starting would refuse the very database that rebuild is there to repair.
                    using IHost host = CommandServices.Create();
                    return await run(host.Services.GetRequiredService<DatabaseMaintenance>(), cancellationToken);
                })
        );
        return command;
    }

    private static async Task<int> MigrateAsync(DatabaseMaintenance maintenance, CancellationToken cancellationToken)
    {
        await maintenance.MigrateAsync(cancellationToken);
        Console.WriteLine("The schema is up to date.");
        return 0;
    }

    private static async Task<int> CheckAsync(DatabaseMaintenance maintenance, CancellationToken cancellationToken)
    {
        CheckReport report = await maintenance.CheckAsync(cancellationToken);
        foreach (CheckFinding finding in report.Findings)
        {
            Console.WriteLine($"{finding.Check}: {finding.Message}");
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Responses} responses and {report.DailyCounts} daily counts checked, {report.Findings.Count} findings."
            )
        );
        return report.IsClean ? 0 : 1;
    }

    private static async Task<int> RebuildAsync(DatabaseMaintenance maintenance, CancellationToken cancellationToken)
    {
        await maintenance.RebuildAsync(cancellationToken);
        Console.WriteLine("The daily counts are made anew.");
        return 0;
    }
}
