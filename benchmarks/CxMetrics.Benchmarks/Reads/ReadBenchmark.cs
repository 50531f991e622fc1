using System.Data.Common;
using System.Diagnostics;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Ingestion;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reports;
using CxMetrics.Domain.Statistics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>Scores read from databases of growing size, against GROUP BY over the same responses, and starting on them.</summary>
internal static class ReadBenchmark
{
    public static async Task RunAsync(BenchmarkSettings settings, Report report, CancellationToken cancellationToken)
    {
        var results = new List<ReadResult>();
        var starts = new List<StartResult>();
        foreach (int responses in settings.Sizes.Order())
        {
            report.Title($"NPS by month over 12 months, {responses:N0} responses, {settings.ReadDatabases.Name}");
            await using IBenchmarkDatabase database = settings.ReadDatabases.Open($"responses-{responses}");
            await PrepareAsync(database, responses, report, cancellationToken);
            starts.Add(await StartMeasurement.RunAsync(database, responses, settings, cancellationToken));
            List<ReadResult> read = await MeasureAsync(database, responses, settings, cancellationToken);
            ReadTables.ShowSize(report, read);
            results.AddRange(read);
        }

        ReadTables.ShowGrowth(report, results);
        ReadTables.ShowDuckDb(report, results);
        ReadTables.ShowStarts(report, starts);
    }

    private static async Task PrepareAsync(
        IBenchmarkDatabase database,
        int responses,
        Report report,
        CancellationToken cancellationToken
    )
    {
        long found = database.CountResponses();
        if (found != responses)
        {
            long start = Stopwatch.GetTimestamp();
            var population = ResponsePopulation.ThreeYears(responses, ResponsePopulation.DefaultSeed);
            var generated = new GeneratedResponses(RowOrder.ByTime, responses, population);
            await DatabaseFill.RunAsync(database, generated, cancellationToken);
            double perSecond = responses / Stopwatch.GetElapsedTime(start).TotalSeconds;
            report.Line($"Filled over HTTP at {perSecond:N0} rows/s, from the start of the process to the recount.");
        }

        report.Line($"{database.Size / 1_000_000.0:N0} MB, {database.Size / (double)responses:N0} bytes a response.");
        report.Line($"");
    }

    private static async Task<List<ReadResult>> MeasureAsync(
        IBenchmarkDatabase database,
        int responses,
        BenchmarkSettings settings,
        CancellationToken cancellationToken
    )
    {
        // Two processes read at the same time, but never while the other is measured.
        using IHost host = await StorageHost.StartAsync(database, cancellationToken);
        await using ServerProcess service = await ServerProcess.StartServiceAsync(database, cancellationToken);
        using var client = new HttpClient { BaseAddress = service.Address };
        await using DbConnection connection = database.OpenConnection();
        var inProcess = new StoreReader(host.Services.GetRequiredService<IRatingStatisticsStore>());
        var overHttp = new HttpReader(client);
        var groupBy = new GroupByReader(database, connection);

        var results = new List<ReadResult>();
        foreach (ReadQuestion question in ReadQuestion.All)
        {
            await ConfirmAgreementAsync(question, [inProcess, overHttp, groupBy], cancellationToken);
            results.Add(
                await MeasureAsync(
                    responses,
                    question,
                    (inProcess, overHttp, groupBy),
                    settings.Rounds,
                    cancellationToken
                )
            );
        }

        await host.StopAsync(cancellationToken);
        return results;
    }

    private static async Task<ReadResult> MeasureAsync(
        int responses,
        ReadQuestion question,
        (IReader InProcess, IReader OverHttp, IReader GroupBy) readers,
        int rounds,
        CancellationToken cancellationToken
    )
    {
        // Once uncounted: the compiler is still at work. GROUP BY has run for the comparison.
        await Timed.MedianAsync(readers.InProcess, question, cancellationToken);
        await Timed.MedianAsync(readers.OverHttp, question, cancellationToken);
        var inProcess = new TimeSpan[rounds];
        var overHttp = new TimeSpan[rounds];
        var groupBy = new TimeSpan[rounds];
        for (int round = 0; round < rounds; round++)
        {
            inProcess[round] = await Timed.MedianAsync(readers.InProcess, question, cancellationToken);
            overHttp[round] = await Timed.MedianAsync(readers.OverHttp, question, cancellationToken);
            groupBy[round] = await Timed.MedianAsync(readers.GroupBy, question, cancellationToken);
        }

        return new ReadResult(responses, question, inProcess, overHttp, groupBy);
    }

    private static async Task ConfirmAgreementAsync(
        ReadQuestion question,
        IReadOnlyList<IReader> readers,
        CancellationToken cancellationToken
    )
    {
        HashSet<MonthCounts>? first = null;
        foreach (IReader reader in readers)
        {
            HashSet<MonthCounts> counts = [.. await reader.CountAsync(question, cancellationToken)];
            first ??= counts;
            if (counts.Count == 0 || !first.SetEquals(counts))
            {
                throw new InvalidOperationException(
                    $"{reader.GetType().Name} counts something else for '{question.Name}' than {readers[0].GetType().Name}."
                );
            }
        }
    }
}
