using System.Globalization;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class StepClock(string start) : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves on to a moment.</summary>
    public void MoveTo(string instant) => _now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
