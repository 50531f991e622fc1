using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Storage.Responses;

/// <summary>Splits a group so that a statement meets every source and id at most once.</summary>
internal static class WriteWaves
{
    /// <summary>The facts to store, wave after wave, each in the order of their keys; repeats get their outcome here.</summary>
    /// <remarks>What repeats the fact before it under the same id finds that one stored, whatever was stored before.</remarks>
    public static IReadOnlyList<List<WriteFact>> Of(IReadOnlyList<WriteFact> facts)
    {
        var waves = new List<List<WriteFact>>();
        var last = new Dictionary<(long Source, string Id), (WriteFact Fact, int Wave)>();
        foreach (WriteFact fact in facts)
        {
            if (fact.Refusal is { } refusal)
            {
                fact.Outcome = AppendOutcome.Refused(refusal);
                continue;
            }

            (long, string) name = (fact.Keys.Source, fact.Response.Id);
            int wave = 0;
            if (last.TryGetValue(name, out (WriteFact Fact, int Wave) before))
            {
                if (fact.Response.HasSameContentAs(before.Fact.Response))
                {
                    fact.Outcome = AppendOutcome.Duplicate;
                    continue;
                }

                wave = before.Wave + 1;
            }

            last[name] = (fact, wave);
            Add(waves, wave, fact);
        }

        waves.ForEach(wave => wave.Sort((left, right) => left.ResponseKey.CompareTo(right.ResponseKey)));
        return waves;
    }

    private static void Add(List<List<WriteFact>> waves, int wave, WriteFact fact)
    {
        if (wave == waves.Count)
        {
            waves.Add([]);
        }

        waves[wave].Add(fact);
    }
}
