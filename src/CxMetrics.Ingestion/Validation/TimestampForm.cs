namespace CxMetrics.Ingestion.Validation;

internal enum TimestampForm
{
    /// <summary>Not a time.</summary>
    Invalid,

    /// <summary>A date, or a date and time, without a zone.</summary>
    Local,

    /// <summary>A full RFC 3339 time with its offset.</summary>
    Instant,
}
