using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace CxMetrics.Api.Tests.Hosting;

internal static class TestClock
{
    public static FakeTimeProvider At(string instant) =>
        new(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
}
