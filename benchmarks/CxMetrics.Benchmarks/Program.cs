using System.CommandLine;
using CxMetrics.Benchmarks;
using CxMetrics.Benchmarks.Calculation;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Ingestion;
using CxMetrics.Benchmarks.Reads;
using CxMetrics.Benchmarks.Reports;

var seconds = new Option<int>("--seconds")
{
    Description = "Length of a round of single posts.",
    DefaultValueFactory = _ => 10,
};
var rounds = new Option<int>("--rounds")
{
    Description = "How often each pair is measured.",
    DefaultValueFactory = _ => 3,
};
var connections = new Option<int>("--connections")
{
    Description = "Connections that post at once.",
    DefaultValueFactory = _ => 64,
};
var rows = new Option<int>("--rows")
{
    Description = "Timed rows of a bulk round.",
    DefaultValueFactory = _ => 500_000,
};
var isLong = new Option<bool>("--long") { Description = "Measure memory over 5 M lines, too." };
var sizes = new Option<int[]>("--sizes")
{
    Description = "Responses in the databases that are read.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [100_000, 1_000_000],
};
sizes.Validators.Add(given =>
{
    if (given.GetValueOrDefault<int[]>().Any(size => size is < 1_000 or > FillCommand.MostRows))
    {
        given.AddError($"--sizes must be from 1000 to {FillCommand.MostRows}.");
    }
});
var databases = new DatabaseOptions();
var file = new Option<FileInfo?>("--out") { Description = "Where to write the report; it is printed in any case." };

return await new RootCommand("Measures CxMetrics against what it is compared with; read the ratios, not the numbers.")
{
    Subject("http-single", "Single durable posts against a bare endpoint.", SinglePostBenchmark.RunAsync),
    Subject("http-bulk", "NDJSON over HTTP against prepared statements.", BulkBenchmark.RunAsync),
    Subject("reads", "Scores by month against GROUP BY, and starting.", ReadBenchmark.RunAsync),
    Subject("calculation", "Time and allocations of the interval methods.", CalculationBenchmark.RunAsync),
    Subject("all", "Everything above.", RunAllAsync),
    FillCommand.Create(),
    BareEndpoint.CreateCommand(),
}
    .Parse(args)
    .InvokeAsync();

Command Subject(string name, string description, Func<BenchmarkSettings, Report, CancellationToken, Task> run)
{
    var command = new Command(name, description) { seconds, rounds, connections, rows, isLong, sizes, file };
    databases.AddTo(command);
    command.SetAction(
        async (given, cancellationToken) =>
        {
            var settings = new BenchmarkSettings(
                given.GetValue(seconds),
                given.GetValue(rounds),
                given.GetValue(connections),
                given.GetValue(rows),
                given.GetValue(isLong),
                given.GetRequiredValue(sizes),
                databases.Temporary(given),
                databases.Read(given)
            );
            Report report = Report.Begin(databases.Describe(given, args));
            await run(settings, report, cancellationToken);
            await report.WriteAsync(given.GetValue(file), cancellationToken);
        }
    );
    return command;
}

static async Task RunAllAsync(BenchmarkSettings settings, Report report, CancellationToken cancellationToken)
{
    await SinglePostBenchmark.RunAsync(settings, report, cancellationToken);
    await BulkBenchmark.RunAsync(settings, report, cancellationToken);
    await ReadBenchmark.RunAsync(settings, report, cancellationToken);
    await CalculationBenchmark.RunAsync(settings, report, cancellationToken);
}
