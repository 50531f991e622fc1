using System.Globalization;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>A clock that stands still. Timers and timestamps stay real: the web server measures its timeouts with them.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public static TestClock At(string instant) => new(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    public override DateTimeOffset GetUtcNow() => now;
}
