namespace CxMetrics.Ingestion.Streams;

internal enum LineKind
{
    /// <summary>No line yet: more bytes are needed.</summary>
    None,

    /// <summary>A line with its line feed.</summary>
    Whole,

    /// <summary>What came after the last line feed.</summary>
    Last,

    /// <summary>A line that is too long to hold; said once, when that is known.</summary>
    TooLong,
}
