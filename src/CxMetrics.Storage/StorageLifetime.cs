using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Responses;
using Microsoft.Extensions.Hosting;

namespace CxMetrics.Storage;

/// <summary>Opens the store before the process takes requests, and stops it after the last of them has its answer.</summary>
internal sealed class StorageLifetime(
    IMigrator migrator,
    IngestQueue queue,
    IngestWorkers workers,
    IConnections readers
) : IHostedService, IAsyncDisposable
{
    private Task _work = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        migrator.Migrate();
        migrator.ConfirmTimeZone();
        _work = workers.RunAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        readers.Close();
        await _work.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);
}
