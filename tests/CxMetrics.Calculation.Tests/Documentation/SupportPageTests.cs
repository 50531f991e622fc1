using System.Globalization;
using CxMetrics.Calculation.Calendars;
using CxMetrics.Calculation.Support;
using CxMetrics.Calculation.Tests.Support;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class SupportPageTests
{
    private static readonly IReadOnlyList<WorkedNumber> Blocks = WorkedNumber.ReadAll(
        DocsFolder.PathOf("calculation", "support.md")
    );

    [Test]
    public void BusinessTime_OfThePage_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Block("business-time");
        DayHours day = new([.. worked["hours"].Split(' ').Select(Interval)]);
        BusinessCalendar calendar = new(
            TimeZoneInfo.FindSystemTimeZoneById(worked["zone"]),
            Enum.GetValues<DayOfWeek>()
                .Where(weekday => weekday is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .ToDictionary(weekday => weekday, _ => day)
        );
        DateTimeOffset from = Calendars.Some.At(worked["from"]);

        TimeSpan elapsed = calendar.Elapsed(from, Calendars.Some.At(worked["to"]));
        DateTimeOffset? due = calendar.DueAt(from, TimeSpan.FromHours(worked.Count("due after hours")));

        worked["elapsed hours"].Should().Be(Printed.As(elapsed.TotalHours, worked["elapsed hours"]));
        due.Should().Be(Calendars.Some.At(worked["due"]));
    }

    [Test]
    public void Ticket_OfThePage_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Block("ticket");
        TicketEvent[] events = [.. worked["events"].Split(' ').Select(Event)];

        TicketTimeline ticket = TicketTimelines.FromEvents(events, History.Hour(100)).Should().ContainSingle().Which;

        Check("first response", ticket.DurationOf(TicketDuration.FirstResponse));
        Check("bot first response", ticket.DurationOf(TicketDuration.BotFirstResponse));
        Check("first resolution", ticket.DurationOf(TicketDuration.FirstResolution));
        Check("full resolution", ticket.DurationOf(TicketDuration.FullResolution));
        Check("requester wait", ticket.DurationOf(TicketDuration.RequesterWait));
        Check("agent wait", ticket.DurationOf(TicketDuration.AgentWait));
        Check("solved before the reopening", ticket.StateTimes().Solved);

        void Check(string key, TimeSpan? duration) =>
            worked[key].Should().Be(Printed.As(duration!.Value.TotalHours, worked[key]), key);
    }

    [Test]
    public void FirstContactResolution_OfThePage_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Block("first-contact-resolution");
        Contact[] contacts = [.. Numbers(worked["days"]).Select(day => Visits.On(day))];

        FirstContactResult result = FirstContactResolution.FromContacts(
            contacts,
            Visits.Day(worked.Count("as of")),
            ReportingPeriod.All,
            Visits.Within(worked.Count("window")),
            worked.Level
        );

        result.Share.SampleSize.Should().Be(worked.Count("episodes"));
        result.NotMature.Should().Be(worked.Count("not mature"));
        Check(worked, result.Share, 100);
    }

    [Test]
    public void ContactRate_OfThePage_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Block("contact-rate");
        CustomerContacts[] customers =
        [
            .. Numbers(worked["contacts"]).Select(contacts => new CustomerContacts((long)contacts)),
        ];
        Check(worked, ContactRate.FromCustomers(customers, worked.Level), 1);
    }

    private static WorkedNumber Block(string calculation) =>
        Blocks.Should().ContainSingle(block => block["calculation"] == calculation).Which;

    private static void Check(WorkedNumber worked, Estimate estimate, int unitsPerOne)
    {
        ConfidenceInterval interval = estimate.Interval!.Value;
        worked["method"].Should().Be(interval.Method);
        worked["value"].Should().Be(Printed.As(unitsPerOne * estimate.Value!.Value, worked["value"]));
        worked["lower"].Should().Be(Printed.As(unitsPerOne * interval.Lower, worked["lower"]));
        worked["upper"].Should().Be(Printed.As(unitsPerOne * interval.Upper, worked["upper"]));
    }

    private static IEnumerable<double> Numbers(string text) => text.Split(' ').Select(Number);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static OpenInterval Interval(string text)
    {
        double[] hours = [.. text.Split('-').Select(Number)];
        return Calendars.Some.Open(hours[0], hours[1]);
    }

    /// <summary>An event as "replied:agent@3"; without an actor it is the customer's opening, or the system's doing.</summary>
    private static TicketEvent Event(string text)
    {
        string[] parts = text.Split('@');
        string[] what = parts[0].Split(':');
        TicketEventType type = Enum.Parse<TicketEventType>(what[0], ignoreCase: true);
        TicketActor without = type == TicketEventType.Opened ? TicketActor.Customer : TicketActor.System;
        return new TicketEvent
        {
            TicketId = "T1",
            Type = type,
            Actor = what.Length > 1 ? Enum.Parse<TicketActor>(what[1], ignoreCase: true) : without,
            OccurredAt = History.Hour(Number(parts[1])),
        };
    }
}
