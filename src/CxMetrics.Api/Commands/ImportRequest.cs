using CxMetrics.Ingestion.Csv;

namespace CxMetrics.Api.Commands;

/// <summary>What the command line of <c>import</c> said.</summary>
internal sealed record ImportRequest(
    FileInfo File,
    IReadOnlyList<string> Maps,
    IReadOnlyList<string> Sets,
    string? TimeZone,
    IReadOnlyList<string> NotAnswered,
    bool Json
)
{
    public bool HasMapping => Maps.Count > 0 || Sets.Count > 0 || TimeZone is not null || NotAnswered.Count > 0;

    /// <summary>What the columns are.</summary>
    /// <exception cref="CommandException">A pair has no equals sign, or the zone is unknown.</exception>
    public CsvMapping CreateMapping() =>
        new()
        {
            Maps = [.. Maps.Select(pair => Split("--map", pair))],
            Sets = [.. Sets.Select(pair => Split("--set", pair))],
            TimeZone = FindTimeZone(),
            NotAnswered = NotAnswered,
        };

    private TimeZoneInfo? FindTimeZone()
    {
        if (TimeZone is null)
        {
            return null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out TimeZoneInfo? zone)
            ? zone
            : throw new CommandException(
                $"--time-zone '{TimeZone}' is not a known time zone; use an IANA name such as Europe/Berlin."
            );
    }

    /// <summary>Field names hold no equals sign; what follows the first one may.</summary>
    private static (string Field, string Value) Split(string option, string pair)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (pair[..equals].Trim(), pair[(equals + 1)..].Trim())
            : throw new CommandException(
                $"{option} '{pair}' is not of the form FIELD=…; write for example {option} score=Rating."
            );
    }
}
