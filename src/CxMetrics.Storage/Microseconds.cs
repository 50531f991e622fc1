namespace CxMetrics.Storage;

/// <summary>Instants as SQLite keeps them: whole microseconds since 1970-01-01T00:00:00Z.</summary>
internal static class Microseconds
{
    public static long FromInstant(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToInstant(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
