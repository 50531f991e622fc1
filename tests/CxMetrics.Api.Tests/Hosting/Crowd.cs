namespace CxMetrics.Api.Tests.Hosting;

/// <summary>Many clients that act at the same moment.</summary>
internal static class Crowd
{
    public const int Size = 64;

    /// <summary>Lets every client get ready, then all act at once.</summary>
    public static async Task<T[]> ActAsync<T>(Func<int, Task<T>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<T>[] clients =
        [
            .. Enumerable
                .Range(0, Size)
                .Select(async client =>
                {
                    await start.Task;
                    return await act(client);
                }),
        ];
        start.SetResult();
        return await Task.WhenAll(clients);
    }
}
