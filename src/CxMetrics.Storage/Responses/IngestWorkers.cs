using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Responses;

/// <summary>The writers of this process, each with a connection of its own, at one queue.</summary>
internal sealed class IngestWorkers(
    IngestQueue queue,
    Func<IGroupCommit> open,
    IOptions<StorageOptions> options,
    ILoggerFactory loggers
)
{
    /// <summary>Works until the queue is closed and empty.</summary>
    public Task RunAsync() =>
        Task.WhenAll(
            Enumerable
                .Range(0, options.Value.WriterCount)
                .Select(_ => new IngestWorker(queue, open(), options, loggers.CreateLogger<IngestWorker>()).RunAsync())
        );
}
