using System.Text.Json.Nodes;

namespace CxMetrics.Faults.Tests.Senders;

/// <summary>What a service says it has: every fact in its list, and the counts behind its score.</summary>
internal sealed class StoredFacts
{
    private const int MostNamed = 20;

    private readonly IReadOnlyList<int> _numbers;
    private readonly (int Detractors, int Passives, int Promoters) _counted;

    private StoredFacts(IReadOnlyList<int> numbers, (int Detractors, int Passives, int Promoters) counted)
    {
        _numbers = numbers;
        _counted = counted;
    }

    /// <summary>Reads everything; nobody may be writing meanwhile.</summary>
    public static async Task<StoredFacts> ReadAsync(HttpClient client) =>
        new(await ReadNumbersAsync(client), await ReadCountsAsync(client));

    /// <summary>Asserts that what was acknowledged is there exactly once, that nothing else is there but what was sent, and that all of it is counted once.</summary>
    public void AssertKept(Ledger ledger) => AssertKept(ledger.SnapshotOfAcknowledged(), ledger);

    /// <summary>The same for what was acknowledged at an earlier moment.</summary>
    public void AssertKept(IReadOnlySet<int> acknowledged, Ledger ledger)
    {
        HashSet<int> stored = [.. _numbers];
        int sent = ledger.Sent;
        Name(acknowledged.Where(number => !stored.Contains(number)))
            .Should()
            .Be("", "these were acknowledged and are lost");
        Name(_numbers.CountBy(number => number).Where(pair => pair.Value > 1).Select(pair => pair.Key))
            .Should()
            .Be("", "these are there more than once");
        Name(ledger.StoredTwice).Should().Be("", "these were called new more than once");
        Name(_numbers.Where(number => number >= sent)).Should().Be("", "these were never sent");
        _counted.Should().Be(Recount(stored), "the counts should be those of the {0} facts in the list", stored.Count);
    }

    /// <summary>Asserts that exactly the facts that were sent are there, each once.</summary>
    public void AssertComplete(Ledger ledger)
    {
        AssertKept(ledger);
        Name(Enumerable.Range(0, ledger.Sent).Except(_numbers))
            .Should()
            .Be("", "these were sent until they were acknowledged");
    }

    /// <summary>Asserts that exactly what was acknowledged is there, each once: what was turned away is not.</summary>
    public void AssertExactlyAcknowledged(Ledger ledger)
    {
        AssertKept(ledger);
        IReadOnlySet<int> acknowledged = ledger.SnapshotOfAcknowledged();
        Name(_numbers.Where(number => !acknowledged.Contains(number)))
            .Should()
            .Be("", "these were turned away and are stored all the same");
    }

    private static async Task<List<int>> ReadNumbersAsync(HttpClient client)
    {
        var numbers = new List<int>();
        string? cursor = null;
        do
        {
            string more = cursor is null ? "" : $"&cursor={cursor}";
            JsonNode page = await ReadAsync(client, $"/v1/responses?limit=1000{more}");
            numbers.AddRange(
                page["responses"]!.AsArray().Select(response => Fact.NumberOf(response!["id"]!.GetValue<string>()))
            );
            cursor = page["nextCursor"]?.GetValue<string>();
        } while (cursor is not null);

        return numbers;
    }

    private static async Task<(int Detractors, int Passives, int Promoters)> ReadCountsAsync(HttpClient client)
    {
        JsonNode report = await ReadAsync(client, $"/v1/metrics/nps?{Fact.Range}");
        JsonNode? breakdown = report["rows"]!.AsArray() is [{ } row] ? row["breakdown"] : null;
        return breakdown is null
            ? (0, 0, 0)
            : (
                breakdown["detractors"]!.GetValue<int>(),
                breakdown["passives"]!.GetValue<int>(),
                breakdown["promoters"]!.GetValue<int>()
            );
    }

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        string text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0} should be answered, but: {1}", path, text);
        return JsonNode.Parse(text)!;
    }

    private static (int Detractors, int Passives, int Promoters) Recount(IReadOnlyCollection<int> numbers) =>
        (
            numbers.Count(number => Fact.Score(number) <= 6),
            numbers.Count(number => Fact.Score(number) is 7 or 8),
            numbers.Count(number => Fact.Score(number) >= 9)
        );

    private static string Name(IEnumerable<int> numbers)
    {
        int[] all = [.. numbers];
        string more = all.Length > MostNamed ? $" and {all.Length - MostNamed} more" : "";
        return string.Join(", ", all.Take(MostNamed).Select(Fact.Id)) + more;
    }
}
