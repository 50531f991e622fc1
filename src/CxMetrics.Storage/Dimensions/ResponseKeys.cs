namespace CxMetrics.Storage.Dimensions;

/// <summary>The keys of everything a response names; 0 where it names nothing, and one question per answer in their order.</summary>
internal readonly record struct ResponseKeys(
    long Source,
    long Survey,
    long Touchpoint,
    long Channel,
    long Segment,
    long Customer,
    long Account,
    long[] Questions
);
