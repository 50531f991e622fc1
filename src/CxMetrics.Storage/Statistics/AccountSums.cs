using System.Runtime.InteropServices;
using CxMetrics.Calculation;

namespace CxMetrics.Storage.Statistics;

/// <summary>The counts per score step of each account in each group; account 0 has the answers without one.</summary>
internal sealed class AccountSums
{
    private readonly Dictionary<StatisticsGroup, Dictionary<long, long[]>> _groups = [];

    public IReadOnlyDictionary<StatisticsGroup, Dictionary<long, long[]>> ByGroup => _groups;

    public long[] Of(StatisticsGroup group, long account)
    {
        ref Dictionary<long, long[]>? accounts = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, group, out _);
        accounts ??= [];
        ref long[]? counters = ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, account, out _);
        return counters ??= new long[RatingScale.MaximumPoints];
    }
}
