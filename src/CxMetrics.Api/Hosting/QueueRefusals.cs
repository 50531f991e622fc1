using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Hosting;

/// <summary>What senders are told when the queue in front of the database takes nothing.</summary>
internal static class QueueRefusals
{
    /// <summary>More comes in than is committed.</summary>
    public static ProblemHttpResult Full(HttpContext context, string done = "stored") =>
        Problems.Unavailable(context, $"The queue is full; nothing was {done}. Send it again.");

    /// <summary>The process was told to end.</summary>
    public static ProblemHttpResult Stopping(HttpContext context, string done = "stored") =>
        Problems.Unavailable(context, $"The service is stopping; nothing was {done}. Send it again.");
}
