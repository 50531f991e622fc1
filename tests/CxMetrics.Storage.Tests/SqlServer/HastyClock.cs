namespace CxMetrics.Storage.Tests.SqlServer;

/// <summary>A clock on which every wait is over at once, so that a test meets all attempts without their delays.</summary>
internal sealed class HastyClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Some.Noon;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
