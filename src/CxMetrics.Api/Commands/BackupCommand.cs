using System.CommandLine;
using CxMetrics.Storage.Maintenance;

namespace CxMetrics.Api.Commands;

/// <summary><c>db backup FILE</c>: copies a SQLite database while it is being used.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Where to write the copy: a new file in a folder that exists.",
        };
        var command = new Command("backup", "Copy the SQLite database as it is now; the service may go on meanwhile.")
        {
            file,
        };
        command.SetAction(
            (result, cancellationToken) =>
                StartGuard.RunAsync(() => RunAsync(result.GetRequiredValue(file), cancellationToken))
        );
        return command;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        // Not started: starting would bring the schema up to date first.
        using IHost host = CommandServices.Create();
        await host.Services.GetRequiredService<IDatabaseBackup>().RunAsync(file, cancellationToken);
        string path = Path.GetFullPath(file);
        long bytes = new FileInfo(path).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The backup is {path} ({bytes} bytes)."));
        return 0;
    }
}
