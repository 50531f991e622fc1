namespace CxMetrics.Storage.Rollups;

/// <summary>Which dimensions a row of daily counts keeps apart; the values are stored.</summary>
internal enum CountLevel
{
    Total = 0,
    ByTouchpoint = 1,
    ByChannel = 2,
    BySegment = 3,
    ByAll = 4,
}
