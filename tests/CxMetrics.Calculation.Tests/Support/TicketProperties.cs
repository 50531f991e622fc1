using CxMetrics.Calculation.Calendars;
using CxMetrics.Calculation.Support;
using FsCheck;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class TicketProperties
{
    private static readonly Arbitrary<TicketEvent[]> Histories = SupportGenerators.Histories();
    private static readonly Arbitrary<int> Seeds = SupportGenerators.Seeds();
    private static readonly BusinessCalendar Office = Calendars.Some.OfficeIn("UTC");
    private static readonly ReportingPeriod Period = new(History.Hour(10), History.Hour(50));

    private static IReadOnlyList<TicketTimeline> Timelines(TicketEvent[] events) =>
        TicketTimelines.FromEvents(events, SupportGenerators.End);

    [Test]
    public void FromEvents_AnyOrderAndAnyRepetition_SaysTheSame() =>
        ForAll(
            Histories,
            Seeds,
            (events, seed) =>
            {
                Random random = new(seed);
                List<TicketEvent> delivered = [.. events];
                foreach (TicketEvent e in events.Where(_ => random.Next(3) == 0))
                {
                    delivered.Add(e with { Arrival = 1000 + delivered.Count });
                }

                TicketEvent[] shuffled = [.. delivered];
                random.Shuffle(shuffled);

                Snapshots.Of(Timelines(shuffled)).Should().Be(Snapshots.Of(Timelines(events)));
            }
        );

    [Test]
    public void FromEvents_WithoutArrivals_DoesNotDependOnTheOrderGiven() =>
        ForAll(
            Histories,
            Seeds,
            (events, seed) =>
            {
                TicketEvent[] ordered = [.. events.Select(e => e with { Arrival = 0, Id = null })];
                TicketEvent[] shuffled = [.. ordered];
                new Random(seed).Shuffle(shuffled);

                Snapshots.Of(Timelines(shuffled)).Should().Be(Snapshots.Of(Timelines(ordered)));
            }
        );

    [Test]
    public void FromEvents_AsOf_IsAsIfLaterEventsHadNotHappened() =>
        ForAll(
            Histories,
            Seeds,
            (events, seed) =>
            {
                DateTimeOffset asOf = History.Hour(seed % 70);
                TicketEvent[] earlier = [.. events.Where(e => e.OccurredAt <= asOf)];

                Snapshots
                    .Of(TicketTimelines.FromEvents(events, asOf))
                    .Should()
                    .Be(Snapshots.Of(TicketTimelines.FromEvents(earlier, asOf)));
            }
        );

    [Test]
    public void StateTimes_OfAnyTicket_PartitionItsTimeExactly() =>
        ForAll(
            Histories,
            events =>
            {
                foreach (TicketTimeline ticket in Timelines(events))
                {
                    TicketStateTimes times = ticket.StateTimes();
                    DateTimeOffset end = ticket.IsRemoved ? ticket.StateChanges[^1].At : ticket.SolvedAt ?? ticket.AsOf;

                    times.Total.Should().Be(end - ticket.CreatedAt);
                    (times.RequesterWait + times.AgentWait + times.Solved).Should().Be(times.Total);
                    (times.AgentWork + times.OnHold).Should().Be(times.RequesterWait);

                    TicketStateTimes business = ticket.StateTimes(Office);
                    business.Total.Should().Be(Office.Elapsed(ticket.CreatedAt, end));
                }
            }
        );

    [Test]
    public void DurationOf_AnyTicket_IsFromZeroAndNotLongerThanItsCalendarTime() =>
        ForAll(
            Histories,
            events =>
            {
                foreach (TicketTimeline ticket in Timelines(events))
                {
                    foreach (TicketDuration duration in Enum.GetValues<TicketDuration>())
                    {
                        TimeSpan? calendar = ticket.DurationOf(duration);
                        TimeSpan? business = ticket.DurationOf(duration, Office);
                        business.HasValue.Should().Be(calendar.HasValue);
                        (business ?? TimeSpan.Zero).Should().BeGreaterThanOrEqualTo(TimeSpan.Zero);
                        (business ?? TimeSpan.Zero).Should().BeLessThanOrEqualTo(calendar ?? TimeSpan.Zero);
                    }
                }
            }
        );

    [Test]
    public void DurationOf_ASolvedTicket_KeepsItsOrder() =>
        ForAll(
            Histories,
            events =>
            {
                foreach (TicketTimeline ticket in Timelines(events).Where(ticket => ticket.SolvedAt is not null))
                {
                    TimeSpan full = ticket.DurationOf(TicketDuration.FullResolution) ?? TimeSpan.Zero;
                    (ticket.DurationOf(TicketDuration.FirstResolution) ?? full).Should().BeLessThanOrEqualTo(full);
                    (ticket.DurationOf(TicketDuration.ActiveResolution) ?? full).Should().BeLessThanOrEqualTo(full);
                    (ticket.DurationOf(TicketDuration.HumanResolution) ?? full).Should().BeLessThanOrEqualTo(full);
                    ticket.SolveCount.Should().Be(ticket.ReopenCount + 1);
                    ticket.FirstSolvedAt.Should().BeOnOrBefore(ticket.SolvedAt!.Value);
                }
            }
        );

    [Test]
    public void Cohorts_OfAnyHistory_CountEveryTicketOnce() =>
        ForAll(
            Histories,
            events =>
            {
                IReadOnlyList<TicketTimeline> tickets = Timelines(events);
                foreach (TicketDuration duration in Enum.GetValues<TicketDuration>())
                {
                    DurationSample sample = TicketDurations.EndedIn(tickets, duration, Period, Office);
                    (sample.Seconds.Length + sample.Excluded.Total).Should().Be(tickets.Count);
                }

                CensoredDurations started = TicketDurations.StartedIn(tickets, TicketDuration.FullResolution, Period);
                (started.Seconds.Length + started.Excluded.Total).Should().Be(tickets.Count);
                foreach (TicketShare share in Shares(tickets))
                {
                    (share.Share.SampleSize + share.Excluded.Total).Should().Be(tickets.Count);
                }
            }
        );

    [Test]
    public void FullResolution_OverTwoHalvesOfTime_CountsEverySolvedTicketOnce() =>
        ForAll(
            Histories,
            Seeds,
            (events, seed) =>
            {
                IReadOnlyList<TicketTimeline> tickets = Timelines(events);
                DateTimeOffset middle = History.Hour((seed % 60) + 0.5);
                int parts =
                    Solved(new ReportingPeriod(DateTimeOffset.MinValue, middle))
                    + Solved(new ReportingPeriod(middle, DateTimeOffset.MaxValue));
                parts.Should().Be(Solved(ReportingPeriod.All));

                int Solved(ReportingPeriod period) =>
                    TicketDurations.EndedIn(tickets, TicketDuration.FullResolution, period).Seconds.Length;
            }
        );

    [Test]
    public void SlaAttainment_LongerPromise_IsMetByEveryTargetOfAShorterOne() =>
        ForAll(
            Histories,
            Seeds,
            (events, seed) =>
            {
                TimeSpan shorter = TimeSpan.FromHours(1 + (seed % 20));
                TimeSpan longer = shorter + TimeSpan.FromHours(seed % 7);
                foreach (TicketTimeline ticket in Timelines(events).Where(ticket => ticket.SolvedAt is not null))
                {
                    SlaTarget strict = Judge(ticket, shorter);
                    SlaTarget lenient = Judge(ticket, longer);
                    (lenient.IsMet || !strict.IsMet).Should().BeTrue();
                    (lenient.DueAt >= strict.DueAt).Should().BeTrue();
                    strict.IsMet.Should().Be(ticket.SolvedAt <= strict.DueAt);
                }

                static SlaTarget Judge(TicketTimeline ticket, TimeSpan within) =>
                    SlaTarget.Judge(
                        ticket,
                        new SlaPolicy(SlaTargetKind.Resolution, within, Office, SlaPauses.Pending),
                        ticket.CreatedAt,
                        ticket.SolvedAt
                    );
            }
        );

    private static IEnumerable<TicketShare> Shares(IReadOnlyList<TicketTimeline> tickets)
    {
        foreach (OneTouchVariant variant in Enum.GetValues<OneTouchVariant>())
        {
            yield return OneTouchResolution.FromTickets(tickets, Period, variant);
        }

        yield return ReopenRate.FromTickets(tickets, TimeSpan.FromHours(20), Period);
        yield return SlaAttainment.FromTickets(
            tickets,
            new SlaPolicy(SlaTargetKind.FirstResponse, TimeSpan.FromHours(8), Office),
            Period
        );
        yield return SlaAttainment.FromTickets(
            tickets,
            new SlaPolicy(SlaTargetKind.Resolution, TimeSpan.FromHours(8), pauses: SlaPauses.OnHold),
            Period
        );
    }
}
