using System.CommandLine;
using CxMetrics.Benchmarks.Databases.Sqlite;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary><c>fill</c>: a database of any size to try things on.</summary>
internal static class FillCommand
{
    public const int MostRows = 100_000_000;

    // Measured over 10 M rows, and a little more for the log.
    private const long BytesPerRow = 250;

    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "How many responses.", Required = true };
        var file = new Option<FileInfo>("--database")
        {
            Description = "The SQLite file; made if it is missing.",
            Required = true,
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed makes other responses.",
            DefaultValueFactory = _ => ResponsePopulation.DefaultSeed,
        };
        rows.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > MostRows)
            {
                given.AddError($"--rows must be from 1 to {MostRows}.");
            }
        });
        var command = new Command("fill", "Fills a database with three years of generated responses.")
        {
            rows,
            file,
            seed,
        };
        command.SetAction(
            (given, cancellationToken) =>
                RunAsync(given.GetRequiredValue(file), given.GetValue(rows), given.GetValue(seed), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, int rows, ulong seed, CancellationToken cancellationToken)
    {
        file.Directory!.Create();
        long free = new DriveInfo(file.Directory.FullName).AvailableFreeSpace;
        if (free < rows * BytesPerRow)
        {
            await Console.Error.WriteLineAsync(
                $"{rows:N0} responses take about {rows * BytesPerRow / 1_000_000:N0} MB; {free / 1_000_000:N0} MB are free."
            );
            return 1;
        }

        await using var database = new SqliteBenchmarkDatabase(file.FullName);
        var responses = new GeneratedResponses(RowOrder.ByTime, rows, ResponsePopulation.ThreeYears(rows, seed));
        int stored = await DatabaseFill.RunAsync(database, responses, cancellationToken);
        Console.WriteLine($"{stored:N0} responses stored; {database.CountResponses():N0} in {file.FullName}.");
        return 0;
    }
}
