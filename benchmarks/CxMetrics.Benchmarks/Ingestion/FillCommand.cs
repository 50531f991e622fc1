using System.CommandLine;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Databases.Sqlite;
using CxMetrics.Benchmarks.Databases.SqlServer;

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
        var name = new Option<string>("--database")
        {
            Description = "The SQLite file, or the name on the SQL Server; made if it is missing.",
            Required = true,
        };
        Option<string?> sqlServer = SqlServerOption.Create();
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
            name,
            sqlServer,
            seed,
        };
        command.SetAction(
            async (given, cancellationToken) =>
            {
                int count = given.GetValue(rows);
                string place = given.GetRequiredValue(name);
                BenchmarkServer? server = given.FindServer(sqlServer);
                if (server is null && MakeFolder(place, count) is { } lack)
                {
                    await Console.Error.WriteLineAsync(lack);
                    return 1;
                }

                await using IBenchmarkDatabase database = server is null
                    ? new SqliteBenchmarkDatabase(Path.GetFullPath(place))
                    : new SqlServerBenchmarkDatabase(server, place, isKept: true);
                var population = ResponsePopulation.ThreeYears(count, given.GetValue(seed));
                await RunAsync(database, place, new(RowOrder.ByTime, count, population), cancellationToken);
                return 0;
            }
        );
        return command;
    }

    /// <summary>Makes the folder of a file; says so when it has no room for so many rows.</summary>
    private static string? MakeFolder(string file, int rows)
    {
        DirectoryInfo folder = new FileInfo(file).Directory!;
        folder.Create();
        long free = new DriveInfo(folder.FullName).AvailableFreeSpace;
        return free < rows * BytesPerRow
            ? $"{rows:N0} responses take about {rows * BytesPerRow / 1_000_000:N0} MB; {free / 1_000_000:N0} MB are free."
            : null;
    }

    private static async Task RunAsync(
        IBenchmarkDatabase database,
        string place,
        GeneratedResponses responses,
        CancellationToken cancellationToken
    )
    {
        int stored = await DatabaseFill.RunAsync(database, responses, cancellationToken);
        Console.WriteLine($"{stored:N0} responses stored; {database.CountResponses():N0} in {place}.");
    }
}
