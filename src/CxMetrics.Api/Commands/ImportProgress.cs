using System.Diagnostics;
using CxMetrics.Ingestion;
using Spectre.Console;

namespace CxMetrics.Api.Commands;

/// <summary>Shows how far an import is, where there is a person to see it.</summary>
internal static class ImportProgress
{
    public static async Task<BulkOutcome> ShowAsync(FileStream file, Func<IProgress<long>, Task<BulkOutcome>> read)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            return await read(new Settled(static _ => { }));
        }

        return await AnsiConsole
            .Progress()
            .AutoClear(enabled: true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Path.GetFileName(file.Name), maxValue: Math.Max(1, file.Length));
                var clock = Stopwatch.StartNew();
                return await read(
                    new Settled(rows =>
                    {
                        // Bytes tell how far it is, since rows are not counted beforehand.
                        task.Value = file.Position;
                        double rate = rows / Math.Max(clock.Elapsed.TotalSeconds, 0.001);
                        task.Description = string.Create(
                            CultureInfo.InvariantCulture,
                            $"{rows:N0} rows, {rate:N0} rows/s"
                        );
                    })
                );
            });
    }

    /// <summary>Unlike <see cref="Progress{T}"/> it reports on the caller's thread, so that the last report is not late.</summary>
    private sealed class Settled(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
