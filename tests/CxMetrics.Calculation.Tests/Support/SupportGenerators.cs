using CxMetrics.Calculation.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CxMetrics.Calculation.Tests.Support;

/// <summary>Random histories: a few tickets with events in no sensible order, many at the same instant, merges of every kind.</summary>
public static class SupportGenerators
{
    private const int LastHour = 60;

    private static readonly string[] Tickets = ["T1", "T2", "T3", "T4"];
    private static readonly string?[] People = [null, "anna", "ben"];
    private static readonly string?[] Customers = [null, "c1", "c2"];
    private static readonly string?[] Categories = [null, "billing", "delivery"];

    /// <summary>The instant as of which all events of a history are known.</summary>
    public static DateTimeOffset End { get; } = History.Hour(LastHour + 10);

    public static Arbitrary<TicketEvent[]> Histories() =>
        (
            from opened in Gen.SubListOf(Tickets)
            from length in Gen.Choose(0, 40)
            from others in Gen.ArrayOf(Event(), length)
            from openings in Gen.ArrayOf(Event(), opened.Count)
            select Numbered([
                .. openings
                    .Zip(opened)
                    .Select(pair =>
                        pair.First with
                        {
                            TicketId = pair.Second,
                            Type = TicketEventType.Opened,
                            OccurredAt = pair.First.OccurredAt - TimeSpan.FromHours(LastHour / 2),
                        }
                    ),
                .. others,
            ])
        ).ToArbitrary();

    /// <summary>A seed to shuffle by.</summary>
    public static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    public static Arbitrary<Contact[]> Contacts() =>
        (
            from length in Gen.Choose(0, 30)
            from contacts in Gen.ArrayOf(Contact(), length)
            select contacts
        ).ToArbitrary();

    public static Arbitrary<TimeSpan> Windows() =>
        Gen.Choose(1, 60).Select(hours => TimeSpan.FromHours(hours)).ToArbitrary();

    private static TicketEvent[] Numbered(TicketEvent[] events) =>
        [.. events.Select((e, index) => e with { Id = $"e{index}", Arrival = index })];

    private static Gen<TicketEvent> Event() =>
        from ticket in Gen.Elements(Tickets)
        from type in Type()
        from hour in Gen.Choose(0, LastHour)
        from actor in Gen.Elements(Enum.GetValues<TicketActor>())
        from isInternal in Gen.Elements(false, false, false, true)
        from agent in Gen.Elements(People)
        from team in Gen.Elements(People)
        from customer in Gen.Elements(Customers)
        from category in Gen.Elements(Categories)
        from target in Gen.Elements(Tickets)
        select new TicketEvent
        {
            TicketId = ticket,
            Type = type,
            OccurredAt = History.Hour(hour),
            Actor = actor,
            IsInternal = isInternal,
            AgentId = agent,
            Team = team,
            CustomerId = customer,
            Category = category,
            MergedInto = type == TicketEventType.Merged ? target : null,
        };

    // Endings are rare, so that most tickets live.
    private static Gen<TicketEventType> Type() =>
        Gen.Frequency(
            (10, Gen.Constant(TicketEventType.Replied)),
            (
                20,
                Gen.Choose((int)TicketEventType.Assigned, (int)TicketEventType.Closed)
                    .Select(type => (TicketEventType)type)
            ),
            (1, Gen.Elements(TicketEventType.Opened, TicketEventType.Merged, TicketEventType.Deleted))
        );

    private static Gen<Contact> Contact() =>
        from hour in Gen.Choose(0, 200)
        from length in Gen.Choose(0, 30)
        from isSolved in Gen.Elements(true, true, false)
        from isByBot in Gen.Elements(true, false)
        from customer in Gen.Elements(Customers)
        from category in Gen.Elements(Categories)
        from ticket in Gen.Elements(Tickets)
        select new Contact
        {
            ArrivedAt = History.Hour(hour),
            EndedAt = History.Hour(hour + length),
            IsSolved = isSolved,
            IsSolvedByBot = isSolved && isByBot,
            CustomerId = customer,
            Category = category,
            TicketId = ticket,
        };
}
