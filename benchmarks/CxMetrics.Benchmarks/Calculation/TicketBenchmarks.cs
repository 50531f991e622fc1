using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation.Calendars;
using CxMetrics.Calculation.Support;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>A million ticket events into timelines, and what is asked of them, against sorting the events by time.</summary>
[MemoryDiagnoser]
public class TicketBenchmarks
{
    private const int Tickets = 200_000;
    private const int Seed = 20_250_101;

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AsOf = Start.AddYears(3);

    private static readonly (TicketEventType Type, TicketActor Actor)[] Course =
    [
        (TicketEventType.Opened, TicketActor.Customer),
        (TicketEventType.Replied, TicketActor.Agent),
        (TicketEventType.Pending, TicketActor.Agent),
        (TicketEventType.Replied, TicketActor.Customer),
        (TicketEventType.Resolved, TicketActor.Agent),
    ];

    private TicketEvent[] _byTime = [];
    private TicketEvent[] _shuffled = [];
    private IReadOnlyList<TicketTimeline> _timelines = [];
    private Contact[] _contacts = [];
    private BusinessCalendar _calendar = new(TimeZoneInfo.Utc, new Dictionary<DayOfWeek, DayHours>());

    [GlobalSetup]
    public void Write()
    {
        Random random = new(Seed);
        List<TicketEvent> events = [];
        for (int ticket = 0; ticket < Tickets; ticket++)
        {
            DateTimeOffset at = Start.AddMinutes(random.Next(365 * 24 * 60));
            string customer = $"customer-{random.Next(Tickets / 4)}";
            foreach ((TicketEventType type, TicketActor actor) in Course)
            {
                events.Add(
                    new TicketEvent
                    {
                        TicketId = $"ticket-{ticket}",
                        Type = type,
                        Actor = actor,
                        OccurredAt = at,
                        Id = $"event-{events.Count}",
                        Arrival = events.Count,
                        CustomerId = customer,
                    }
                );
                at = at.AddMinutes(random.Next(1, 3_000));
            }
        }

        _byTime = [.. events.OrderBy(e => e.OccurredAt)];
        _shuffled = [.. _byTime];
        random.Shuffle(_shuffled);
        _timelines = TicketTimelines.FromEvents(_byTime, AsOf);
        _contacts = TicketContacts.FromTickets(_timelines);
        DayHours day = new(new OpenInterval(TimeSpan.FromHours(9), TimeSpan.FromHours(17)));
        _calendar = new BusinessCalendar(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Enumerable.Range(1, 5).ToDictionary(weekday => (DayOfWeek)weekday, _ => day)
        );
    }

    [Benchmark(Baseline = true)]
    public TicketEvent[] SortByTime()
    {
        TicketEvent[] copy = [.. _shuffled];
        Array.Sort(copy, (one, other) => one.OccurredAt.CompareTo(other.OccurredAt));
        return copy;
    }

    [Benchmark]
    public IReadOnlyList<TicketTimeline> TimelinesInOrder() => TicketTimelines.FromEvents(_byTime, AsOf);

    [Benchmark]
    public IReadOnlyList<TicketTimeline> TimelinesInAnyOrder() => TicketTimelines.FromEvents(_shuffled, AsOf);

    [Benchmark]
    public DurationSample ResolutionInBusinessTime() =>
        TicketDurations.EndedIn(_timelines, TicketDuration.FullResolution, ReportingPeriod.All, _calendar);

    [Benchmark]
    public TicketShare AttainmentInBusinessTime() =>
        SlaAttainment.FromTickets(
            _timelines,
            new SlaPolicy(SlaTargetKind.Resolution, TimeSpan.FromHours(16), _calendar, SlaPauses.Pending),
            ReportingPeriod.All
        );

    [Benchmark]
    public FirstContactResult FirstContact() =>
        FirstContactResolution.FromContacts(_contacts, AsOf, ReportingPeriod.All);
}
