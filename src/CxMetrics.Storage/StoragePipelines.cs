using CxMetrics.Storage.Connections;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace CxMetrics.Storage;

/// <summary>What is tried again, how often and how long, by kind of fault; one named pipeline for each kind.</summary>
/// <remarks>
/// A kind's attempts are its own: a deadlock during a failover does not use up the failover's. A request that reads has a
/// caller who waits, so it gives up sooner than the writer, in front of which a queue waits. A time-out has cost half a minute
/// already, so a writer tries once more and a reader does not; rows that others hold are for the sender to try again.
/// </remarks>
internal sealed partial class StoragePipelines
{
    private static readonly FaultRetries Failover = new("failover", StorageFault.Failover, 8, 0.5, 5);
    private static readonly FaultRetries Throttling = new("throttling", StorageFault.Throttling, 6, 1, 10);
    private static readonly FaultRetries Network = new("network", StorageFault.Network, 5, 0.2, 3);
    private static readonly FaultRetries TimeOut = new("time-out", StorageFault.TimeOut, 1, 0.2, 1);
    private static readonly FaultRetries Deadlock = new("deadlock", StorageFault.Deadlock, 10, 0.02, 1);
    private static readonly FaultRetries Collision = new("collision", StorageFault.Collision, 40, 0.01, 1);

    private readonly TimeProvider _clock;
    private readonly ILogger<StoragePipelines> _logger;

    public StoragePipelines(TimeProvider clock, ILogger<StoragePipelines> logger)
    {
        (_clock, _logger) = (clock, logger);
        Writes = Build("writes", Failover, Throttling, Network, TimeOut, Deadlock, Collision);
        Reads = Build(
            "reads",
            Failover with
            {
                Attempts = 3,
            },
            Throttling with
            {
                Attempts = 2,
            },
            Network with
            {
                Attempts = 2,
            },
            Deadlock
        );
    }

    /// <summary>For transactions that write, and that may be run again from their beginning.</summary>
    public ResiliencePipeline Writes { get; }

    /// <summary>For reads.</summary>
    public ResiliencePipeline Reads { get; }

    // The first named is the outermost, so that the wait for a failover begins each of the others anew.
    private ResiliencePipeline Build(string name, params FaultRetries[] kinds)
    {
        var builder = new ResiliencePipelineBuilder { Name = name, TimeProvider = _clock };
        foreach (FaultRetries kind in kinds)
        {
            builder.AddPipeline(Build(kind));
        }

        return builder.Build();
    }

    private ResiliencePipeline Build(FaultRetries kind) =>
        new ResiliencePipelineBuilder { Name = kind.Name, TimeProvider = _clock }
            .AddRetry(
                new RetryStrategyOptions
                {
                    Name = kind.Name,
                    MaxRetryAttempts = kind.Attempts,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = TimeSpan.FromSeconds(kind.FirstDelay),
                    MaxDelay = TimeSpan.FromSeconds(kind.LongestDelay),
                    ShouldHandle = new PredicateBuilder().Handle<StorageFaultException>(failure =>
                        failure.Fault == kind.Fault
                    ),
                    OnRetry = retry =>
                    {
                        Log.Retrying(_logger, kind.Name, retry.AttemptNumber + 1, retry.Outcome.Exception!.Message);
                        return default;
                    },
                }
            )
            .Build();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Trying again ({Kind}, {Attempt}): {Reason}")]
        public static partial void Retrying(ILogger logger, string kind, int attempt, string reason);
    }

    /// <summary>How often a kind of fault is tried again, and the delays between in seconds.</summary>
    private sealed record FaultRetries(
        string Name,
        StorageFault Fault,
        int Attempts,
        double FirstDelay,
        double LongestDelay
    );
}
