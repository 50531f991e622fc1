using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>The times of one question on one database, one per round; the contenders took turns.</summary>
internal sealed record ReadResult(
    int Responses,
    ReadQuestion Question,
    IReadOnlyList<TimeSpan> InProcess,
    IReadOnlyList<TimeSpan> OverHttp,
    IReadOnlyList<TimeSpan> GroupBy
)
{
    public TimeSpan MedianInProcess => Median(InProcess);

    public TimeSpan MedianOverHttp => Median(OverHttp);

    public TimeSpan MedianGroupBy => Median(GroupBy);

    /// <summary>How many times longer GROUP BY took, round by round, summed up by the median.</summary>
    public static double Ratio(IReadOnlyList<TimeSpan> groupBy, IReadOnlyList<TimeSpan> service) =>
        Figures.Median(groupBy.Zip(service, (theirs, ours) => theirs / ours));

    private static TimeSpan Median(IReadOnlyList<TimeSpan> times) =>
        TimeSpan.FromMilliseconds(Figures.Median(times.Select(time => time.TotalMilliseconds)));
}
