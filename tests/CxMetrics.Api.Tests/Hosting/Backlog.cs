using CxMetrics.Domain.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>The queue in front of the database, seen from a test that holds the database's lock.</summary>
internal static class Backlog
{
    /// <summary>Sends fact after fact without waiting for answers, until so many stay in line.</summary>
    /// <remarks>The writer takes off one group and waits with it for the lock, so what is in line after that stays there.</remarks>
    public static async Task<IReadOnlyList<Task>> FillAsync(CxMetricsApplication app, int depth, Func<int, Task> send)
    {
        var backlog = app.Services.GetRequiredService<IIngestBacklog>();
        var sent = new List<Task>();
        do
        {
            sent.Add(send(sent.Count));
            await Task.Delay(10);
        } while (!await StaysAtAsync(backlog, depth));

        return sent;
    }

    private static async Task<bool> StaysAtAsync(IIngestBacklog backlog, int depth)
    {
        if (backlog.Depth < depth)
        {
            return false;
        }

        await Task.Delay(250);
        return backlog.Depth >= depth;
    }
}
