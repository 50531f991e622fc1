using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed partial class TicketTimelineTests
{
    private static (double Arrived, double Ended, bool IsSolved)[] ContactHours(TicketTimeline ticket) =>
        [
            .. ticket
                .Contacts.ToArray()
                .Select(contact =>
                    (
                        (contact.ArrivedAt - History.Hour(0)).TotalHours,
                        (contact.EndedAt - History.Hour(0)).TotalHours,
                        contact.IsSolved
                    )
                ),
        ];

    [Test]
    public void Merge_GivesMessagesAndCreationToTheTarget()
    {
        History history = new History()
            .Ticket("T2")
            .Opened(0)
            .Answers(3, "anna")
            .Pending(4)
            .Merged(6, "T1")
            .Asks(7)
            .Ticket("T1")
            .Opened(1)
            .But(e => e with { CustomerId = "c1" })
            .Answers(8, "ben")
            .Resolved(9);

        TicketTimeline target = history.Timeline();
        target.CreatedAt.Should().Be(History.Hour(0));
        target.HasInheritedCreation.Should().BeTrue();
        target.MergedTickets.Should().Be(1);
        target.CustomerId.Should().Be("c1");
        target.DurationOf(TicketDuration.FirstResponse).Should().Be(Hours(3));
        target.FirstResponse!.Value.AgentId.Should().Be("anna");
        NextReplyHours(target).Should().Equal(1);
        target.DurationOf(TicketDuration.FullResolution).Should().Be(Hours(9));
        target.StateTimes().Pending.Should().Be(TimeSpan.Zero);

        TicketTimeline source = history.Timeline(ticket: "T2");
        source.State.Should().Be(TicketState.Merged);
        source.MergedInto.Should().Be("T1");
        source.DurationOf(TicketDuration.FirstResponse).Should().BeNull();
        source.Contacts.IsEmpty.Should().BeTrue();
    }

    [Test]
    public void Merge_IntoAMergedTicket_EndsAtTheLastOfTheChain()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Ticket("T3")
            .Opened(0)
            .Merged(2, "T2")
            .Ticket("T2")
            .Opened(1)
            .Merged(4, "T1")
            .Ticket("T1")
            .Opened(3)
            .Timelines();

        TicketTimeline target = tickets.Single(ticket => ticket.State != TicketState.Merged);
        target.Id.Should().Be("T1");
        target.MergedTickets.Should().Be(2);
        target.CreatedAt.Should().Be(History.Hour(0));
    }

    [Test]
    public void Merge_InARing_LeavesTheTicketMergedFirst()
    {
        IReadOnlyList<TicketTimeline> tickets = new History()
            .Ticket("T2")
            .Opened(0)
            .Merged(9, "T1")
            .Ticket("T1")
            .Opened(1)
            .Merged(5, "T2")
            .Resolved(10)
            .Timelines();

        tickets.Single(ticket => ticket.State != TicketState.Merged).Id.Should().Be("T1");
        tickets.Single(ticket => ticket.Id == "T1").SolvedAt.Should().Be(History.Hour(10));
    }

    [Test]
    public void Merge_IntoItself_ChangesNothing()
    {
        TicketTimeline ticket = new History().Opened(0).Merged(1, "T1").Resolved(2).Timeline();
        ticket.State.Should().Be(TicketState.Solved);
        ticket.MergedTickets.Should().Be(0);
    }

    [Test]
    public void Merge_OfNothingElseInARing_IsStillATicket() =>
        new History()
            .Merged(0, "T2")
            .Ticket("T2")
            .Merged(1, "T1")
            .Timelines()
            .Select(ticket => ticket.State)
            .Should()
            .Equal(TicketState.New, TicketState.Merged);

    [TestCase("T9")]
    [TestCase(null)]
    public void Merge_IntoATicketThatIsNotThere_TakesTheSourceOut(string? into) =>
        new History().Opened(0).Merged(1, into).Timelines().Single().State.Should().Be(TicketState.Merged);

    [Test]
    public void Merge_AfterTheDeletion_IsNone() =>
        new History()
            .Opened(0)
            .Deleted(1)
            .Merged(2, "T2")
            .Ticket("T2")
            .Opened(1)
            .Timeline(ticket: "T2")
            .MergedTickets.Should()
            .Be(0);

    [Test]
    public void Merge_AfterTheInstantAsked_IsNotKnownYet() =>
        new History()
            .Opened(0)
            .Merged(5, "T2")
            .Ticket("T2")
            .Opened(1)
            .Timelines(asOf: 4)
            .Should()
            .OnlyContain(ticket => ticket.State == TicketState.New);

    [Test]
    public void Contacts_OfASolvedTicket_AreItsOpening() =>
        ContactHours(new History().Opened(0).Answers(1).Asks(2).Answers(3).Resolved(4).Timeline())
            .Should()
            .Equal((0, 4, true));

    [Test]
    public void Contacts_OfAnUnsolvedTicket_EndWithTheLastMessage() =>
        ContactHours(new History().Opened(0).Answers(1).Asks(2).Assigned(9).Timeline()).Should().Equal((0, 2, false));

    [Test]
    public void Contacts_AReopening_IsAnotherOne() =>
        ContactHours(new History().Opened(0).Answers(1).Resolved(4).Reopened(20).Answers(21).Resolved(22).Timeline())
            .Should()
            .Equal((0, 4, true), (20, 22, true));

    [Test]
    public void Contacts_TheMessageThatReopens_IsOneWithTheReopening() =>
        ContactHours(new History().Opened(0).Resolved(4).Asks(19).Reopened(20).Asks(21).Resolved(22).Timeline())
            .Should()
            .Equal((0, 4, true), (19, 22, true));

    [Test]
    public void Contacts_MessagesAfterTheSolve_AreOneUntilTheyAreAnswered() =>
        ContactHours(new History().Opened(0).Resolved(4).Asks(10).Asks(11).Answers(12).Asks(30).Timeline())
            .Should()
            .Equal((0, 4, true), (10, 12, true), (30, 30, true));

    [Test]
    public void Contacts_MessageAtTheInstantOfTheSolve_IsNoReturn() =>
        ContactHours(new History().Opened(0).Resolved(4).Asks(4).Timeline()).Should().Equal((0, 4, true));

    [Test]
    public void Contacts_OfATicketWeOpened_AreTheReturnsOnly() =>
        ContactHours(
                new History().Opened(0, TicketActor.Agent).Asks(1).Resolved(4).Reopened(20).Resolved(22).Timeline()
            )
            .Should()
            .Equal((20, 22, true));

    [Test]
    public void Contacts_DuplicateBeforeTheFirstReply_IsTheSameContact() =>
        ContactHours(
                new History()
                    .Opened(0)
                    .Ticket("T2")
                    .Opened(1)
                    .Merged(2, "T1")
                    .Ticket("T1")
                    .Answers(3)
                    .Resolved(4)
                    .Timeline()
            )
            .Should()
            .Equal((0, 4, true));

    [Test]
    public void Contacts_DuplicateAfterTheFirstReply_IsARepeat() =>
        ContactHours(
                new History()
                    .Opened(0)
                    .Answers(1)
                    .Ticket("T2")
                    .Opened(2)
                    .Merged(3, "T1")
                    .Ticket("T1")
                    .Resolved(4)
                    .Timeline()
            )
            .Should()
            .Equal((0, 4, true), (2, 4, true));

    [Test]
    public void Contacts_OlderTicketMergedIn_IsTheFirstContactAndTheTargetTheRepeat() =>
        ContactHours(
                new History()
                    .Ticket("T2")
                    .Opened(0)
                    .Answers(1)
                    .Merged(6, "T1")
                    .Ticket("T1")
                    .Opened(5)
                    .Resolved(8)
                    .Timeline()
            )
            .Should()
            .Equal((0, 8, true), (5, 8, true));

    [Test]
    public void Contacts_DuplicateAfterASolveWithoutAReply_IsARepeat() =>
        ContactHours(new History().Opened(0).Resolved(1).Ticket("T2").Opened(30).Merged(31, "T1").Timeline())
            .Should()
            .Equal((0, 1, true), (30, 30, true));

    [Test]
    public void Contacts_CarryWhatIsKnownOfTheTicket()
    {
        Contact contact = new History()
            .Opened(0)
            .But(e => e with { CustomerId = "c1", Category = "billing", IssueId = "i1" })
            .BotAnswers(1)
            .Resolved(2, TicketActor.Bot)
            .Timeline()
            .Contacts[0];

        contact
            .Should()
            .Be(
                new Contact
                {
                    ArrivedAt = History.Hour(0),
                    EndedAt = History.Hour(2),
                    IsSolved = true,
                    TicketId = "T1",
                    IssueId = "i1",
                    CustomerId = "c1",
                    Category = "billing",
                    IsSolvedByBot = true,
                }
            );
    }

    [Test]
    public void Contacts_Transferred_SaySo()
    {
        Contact[] contacts = new History()
            .Opened(0)
            .Assigned(1, "anna")
            .Assigned(2, "ben")
            .Resolved(3)
            .Reopened(9)
            .Resolved(10)
            .Timeline()
            .Contacts.ToArray();
        contacts.Select(contact => contact.IsTransferred).Should().Equal(true, false);
    }
}
