namespace CxMetrics.Storage.Responses;

/// <summary>A response and another that says the same.</summary>
internal sealed class SqlServerMatchRow
{
    public long ResponseKey { get; set; }
    public DateTime RecordedAt { get; set; }
    public long OtherKey { get; set; }
    public bool OtherIsSuspected { get; set; }
    public DateTime OtherRespondedAt { get; set; }
    public DateTime OtherRecordedAt { get; set; }

    public bool OtherIsEarlier => (OtherRecordedAt, OtherKey).CompareTo((RecordedAt, ResponseKey)) < 0;
}
