using System.Diagnostics;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>Starts the service on a database again and again.</summary>
internal static class StartMeasurement
{
    private const int ReadsOfEach = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly Uri Readiness = new("/health/ready", UriKind.Relative);

    public static async Task<StartResult> RunAsync(
        IBenchmarkDatabase database,
        int responses,
        BenchmarkSettings settings,
        CancellationToken cancellationToken
    )
    {
        var rounds = new List<StartResult>();
        for (int round = 0; round < settings.Rounds; round++)
        {
            rounds.Add(await RunOnceAsync(database, responses, cancellationToken));
        }

        return new StartResult(
            responses,
            TimeSpan.FromMilliseconds(Figures.Median(rounds.Select(round => round.Ready.TotalMilliseconds))),
            TimeSpan.FromMilliseconds(Figures.Median(rounds.Select(round => round.FirstRead.TotalMilliseconds))),
            Figures.Median(rounds.Select(round => round.IdleMemory)),
            Figures.Median(rounds.Select(round => round.MemoryAfterReads))
        );
    }

    private static async Task<StartResult> RunOnceAsync(
        IBenchmarkDatabase database,
        int responses,
        CancellationToken cancellationToken
    )
    {
        long start = Stopwatch.GetTimestamp();
        await using ServerProcess service = await ServerProcess.StartServiceAsync(database, cancellationToken);
        using var client = new HttpClient { BaseAddress = service.Address };
        await client.GetByteArrayAsync(Readiness, cancellationToken);
        TimeSpan ready = Stopwatch.GetElapsedTime(start);
        await Task.Delay(Pause, cancellationToken);
        double idleMemory = service.Memory;

        var reader = new HttpReader(client);
        start = Stopwatch.GetTimestamp();
        await reader.ReadAsync(ReadQuestion.All[0], cancellationToken);
        TimeSpan firstRead = Stopwatch.GetElapsedTime(start);
        foreach (ReadQuestion question in ReadQuestion.All)
        {
            for (int read = 0; read < ReadsOfEach; read++)
            {
                await reader.ReadAsync(question, cancellationToken);
            }
        }

        await Task.Delay(Pause, cancellationToken);
        return new StartResult(responses, ready, firstRead, idleMemory, service.Memory);
    }
}
