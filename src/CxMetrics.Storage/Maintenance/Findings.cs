using System.Globalization;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Collects findings: the first few of each check by name, of the rest how many there are.</summary>
internal sealed class Findings
{
    private const int MostPerCheck = 20;

    private readonly List<CheckFinding> _named = [];
    private readonly Dictionary<string, long> _found = new(StringComparer.Ordinal);

    public void Add(string check, string message)
    {
        long found = _found[check] = _found.GetValueOrDefault(check) + 1;
        if (found <= MostPerCheck)
        {
            _named.Add(new CheckFinding(check, message));
        }
    }

    public IReadOnlyList<CheckFinding> ToList() =>
        [
            .. _named,
            .. _found
                .Where(check => check.Value > MostPerCheck)
                .Select(check => new CheckFinding(check.Key, More(check.Value - MostPerCheck))),
        ];

    private static string More(long count) => string.Create(CultureInfo.InvariantCulture, $"And {count} more.");
}
