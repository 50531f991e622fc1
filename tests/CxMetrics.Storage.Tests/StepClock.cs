namespace CxMetrics.Storage.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class StepClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on by a minute; returns the moment left behind.</summary>
    public DateTimeOffset Step() => Step(TimeSpan.FromMinutes(1));

    /// <summary>Moves by a span, also back; returns the moment left behind.</summary>
    public DateTimeOffset Step(TimeSpan span)
    {
        DateTimeOffset left = _now;
        _now += span;
        return left;
    }
}
