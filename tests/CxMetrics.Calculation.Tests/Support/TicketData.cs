using System.Globalization;
using System.IO.Compression;
using CxMetrics.Calculation.Support;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.Support;

/// <summary>Two public ticket logs, read by the rules of their expected.json. They are not part of the repository.</summary>
public static class TicketData
{
    /// <summary>The instant as of which all of both logs is known.</summary>
    public static DateTimeOffset End { get; } = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The help desk of an Italian software company: first row opened, "Take in charge" a reply, anything but Closed after a solve a
    /// reopening.
    /// </summary>
    public static TicketEvent[] HelpDesk()
    {
        Dictionary<string, bool> solvedByCase = new(StringComparer.Ordinal);
        List<TicketEvent> events = [];
        foreach (string[] row in Rows("tickets-helpdesk-it", "events.csv"))
        {
            TicketEvent e = new()
            {
                TicketId = row[0],
                Type = TicketEventType.Assigned,
                OccurredAt = Time(row[3]),
                CustomerId = row[4],
                AgentId = row[2],
            };
            bool isNew = solvedByCase.TryAdd(row[0], false);
            foreach (TicketEventType type in HelpDeskTypes(row[1], isNew, solvedByCase[row[0]]))
            {
                TicketActor actor = type == TicketEventType.Opened ? TicketActor.Customer : TicketActor.Agent;
                events.Add(e with { Type = type, Actor = actor, Arrival = events.Count });
                solvedByCase[row[0]] =
                    type is not TicketEventType.Reopened && (solvedByCase[row[0]] || type == TicketEventType.Resolved);
            }
        }

        return [.. events];
    }

    /// <summary>
    /// Incidents on ServiceNow: a row is an update; a row that is neither resolved nor closed right after one that is, a reopening.
    /// </summary>
    public static TicketEvent[] Incidents()
    {
        List<TicketEvent> events = [];
        string? incident = null;
        bool wasSolved = false;
        foreach (string[] row in Rows("tickets-servicenow", "incident_event_log.csv.gz"))
        {
            TicketEvent e = new()
            {
                TicketId = row[0],
                Type = TicketEventType.Assigned,
                OccurredAt = Time(row[16]),
                CustomerId = row[7],
                Category = row[9],
                Team = row[14].Length > 0 ? row[14] : null,
            };
            if (incident != row[0])
            {
                Add(e with { Type = TicketEventType.Opened, OccurredAt = Time(row[15]), Actor = TicketActor.Customer });
                wasSolved = false;
                incident = row[0];
            }

            bool isSolved = row[1] is "Resolved" or "Closed";
            Add(e);
            if (isSolved || wasSolved)
            {
                Add(
                    e with
                    {
                        Type =
                            row[1] == "Closed" ? TicketEventType.Closed
                            : isSolved ? TicketEventType.Resolved
                            : TicketEventType.Reopened,
                        Actor = TicketActor.Agent,
                    }
                );
            }

            wasSolved = isSolved;
        }

        return [.. events];

        void Add(TicketEvent e) => events.Add(e with { Arrival = events.Count });
    }

    private static IEnumerable<TicketEventType> HelpDeskTypes(string activity, bool isNew, bool isSolved)
    {
        if (isNew)
        {
            yield return TicketEventType.Opened;
        }

        bool isSolve = activity is "Resolve ticket" or "RESOLVED";
        if (isSolved && !isSolve && activity != "Closed")
        {
            yield return TicketEventType.Reopened;
        }

        if (isSolve)
        {
            yield return TicketEventType.Resolved;
        }
        else if (activity is "Take in charge ticket")
        {
            yield return TicketEventType.Replied;
        }
        else if (activity is "Closed")
        {
            yield return TicketEventType.Closed;
        }
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static IEnumerable<string[]> Rows(string set, string file)
    {
        string path = DataFile.Require(set, file);
        using Stream stream = File.OpenRead(path);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
        using StreamReader reader = new(plain);
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
