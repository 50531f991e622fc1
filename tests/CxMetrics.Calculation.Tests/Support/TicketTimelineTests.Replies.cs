using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed partial class TicketTimelineTests
{
    private static double[] NextReplyHours(TicketTimeline ticket) =>
        [.. ticket.NextReplies.ToArray().Select(wait => (wait.To - wait.From).TotalHours)];

    [Test]
    public void FirstResponse_OfACustomersTicket_IsTheFirstPublicHumanReply()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .Notes(1)
            .Asks(2, TicketActor.System)
            .BotAnswers(3)
            .Asks(4)
            .Answers(6)
            .Answers(8)
            .Timeline();

        ticket.DurationOf(TicketDuration.FirstResponse).Should().Be(Hours(6));
        ticket.DurationOf(TicketDuration.BotFirstResponse).Should().Be(Hours(3));
        ticket.HumanReplies.Should().Be(2);
        ticket.CustomerMessages.Should().Be(1);
    }

    [Test]
    public void FirstResponse_ReplyOfSomebodyUnknown_IsNone()
    {
        TicketTimeline ticket = new History().Opened(0).Asks(1, TicketActor.Unknown).Timeline();
        ticket.FirstResponse.Should().BeNull();
        ticket.CustomerMessages.Should().Be(1);
    }

    [Test]
    public void FirstResponse_OfATicketWeOpened_IsTheSecondPublicComment()
    {
        TicketTimeline ticket = new History().Opened(0, TicketActor.Agent).Asks(2).Answers(5).Timeline();
        ticket.IsOutbound.Should().BeTrue();
        ticket.DurationOf(TicketDuration.FirstResponse).Should().Be(Hours(5));
        NextReplyHours(ticket).Should().Equal(3);
    }

    [Test]
    public void FirstResponse_FirstCommentSentBesideTheOpening_IsNotTheReply()
    {
        TicketTimeline ticket = new History().Opened(0, TicketActor.Agent).Answers(0).Answers(5).Timeline();
        ticket.DurationOf(TicketDuration.FirstResponse).Should().Be(Hours(5));
        ticket.HumanReplies.Should().Be(1);
    }

    [Test]
    public void FirstResponse_OpenedByAnAgentForACustomer_IsTheFirstPublicReply()
    {
        TicketTimeline ticket = new History().Opened(0, TicketActor.Agent, isInternal: true).Answers(0).Timeline();
        ticket.IsOutbound.Should().BeFalse();
        ticket.DurationOf(TicketDuration.FirstResponse).Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void FirstResponse_AfterAHandOff_CountsFromIt()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .BotAnswers(1)
            .Assigned(120, team: "people")
            .BotAnswers(121)
            .Assigned(122, "anna")
            .Answers(123)
            .Resolved(130)
            .Timeline();

        ticket.HumanClockStartedAt.Should().Be(History.Hour(120));
        ticket.DurationOf(TicketDuration.FirstResponse).Should().Be(Hours(3));
        ticket.DurationOf(TicketDuration.HumanResolution).Should().Be(Hours(10));
        ticket.DurationOf(TicketDuration.FullResolution).Should().Be(Hours(130));
    }

    [Test]
    public void FirstResponse_AfterABotSolvedAndItWasReopened_CountsFromTheReopening()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .BotAnswers(1)
            .Resolved(2, TicketActor.Bot)
            .Asks(119)
            .Reopened(120)
            .Answers(120.5)
            .Resolved(121)
            .Timeline();

        ticket.DurationOf(TicketDuration.FirstResponse).Should().Be(Hours(0.5));
        ticket.DurationOf(TicketDuration.HumanResolution).Should().Be(Hours(1));
        ticket.IsSolvedByBot.Should().BeFalse();
    }

    [Test]
    public void FirstResponse_AfterABotSolvedWithoutAReopening_CountsFromTheMessage() =>
        new History()
            .Opened(0)
            .BotAnswers(1)
            .Resolved(2, TicketActor.Bot)
            .Asks(119)
            .Answers(121)
            .Timeline()
            .DurationOf(TicketDuration.FirstResponse)
            .Should()
            .Be(Hours(2));

    [Test]
    public void FirstResponse_AssignmentWithoutABot_CountsFromTheCreation() =>
        new History()
            .Opened(0)
            .Assigned(3, "anna")
            .Answers(4)
            .Timeline()
            .DurationOf(TicketDuration.FirstResponse)
            .Should()
            .Be(Hours(4));

    [Test]
    public void FirstResponse_NoneYet_IsAnAge()
    {
        TicketTimeline ticket = new History().Opened(0).BotAnswers(1).Assigned(4).Timeline(asOf: 10);
        ticket.DurationOf(TicketDuration.FirstResponse).Should().BeNull();
        ticket.UnansweredAge().Should().Be(Hours(6));
        ticket.OpenAge().Should().Be(Hours(10));
    }

    [Test]
    public void SolvedByBot_WithoutAHuman_HasNoHumanTimes()
    {
        TicketTimeline ticket = new History().Opened(0).BotAnswers(1).Resolved(2, TicketActor.Bot).Timeline();
        ticket.IsSolvedByBot.Should().BeTrue();
        ticket.DurationOf(TicketDuration.FirstResponse).Should().BeNull();
        ticket.DurationOf(TicketDuration.HumanResolution).Should().BeNull();
        ticket.DurationOf(TicketDuration.FullResolution).Should().Be(Hours(2));
        ticket.UnansweredAge().Should().BeNull();
    }

    [Test]
    public void SolvedByBot_ClosedByTheHelpDeskAfterTheBotsLastWord_StartsTheHumanClockAnew()
    {
        TicketTimeline closed = new History().Opened(0).BotAnswers(1).Resolved(2, TicketActor.System).Timeline();
        TicketTimeline reopened = new History()
            .Opened(0)
            .BotAnswers(1)
            .Resolved(2, TicketActor.System)
            .Reopened(119)
            .Answers(121)
            .Timeline();

        closed.IsSolvedByBot.Should().BeTrue();
        closed.DurationOf(TicketDuration.HumanResolution).Should().BeNull();
        reopened.DurationOf(TicketDuration.FirstResponse).Should().Be(Hours(2));
    }

    [Test]
    public void SolvedByBot_ClosedByTheHelpDeskWhileACustomerOrAHandOffWaited_IsNotTheBotsAlone()
    {
        History asked = new History().Opened(0).BotAnswers(1).Asks(2).Closed(50);
        History handedOff = new History().Opened(0).BotAnswers(1).Assigned(2, "anna").Closed(50);
        History withoutABot = new History().Opened(0).Closed(50);
        foreach (History history in new[] { asked, handedOff, withoutABot })
        {
            history.Timeline().IsSolvedByBot.Should().BeFalse();
        }
    }

    [Test]
    public void SolvedByBot_AfterAHumanReply_IsNotTheBotsAlone() =>
        new History().Opened(0).Answers(1).Resolved(2, TicketActor.Bot).Timeline().IsSolvedByBot.Should().BeFalse();

    [Test]
    public void NextReplies_ConsecutiveMessages_CountFromTheFirst()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .Asks(1)
            .Answers(2)
            .Asks(5)
            .Asks(6)
            .BotAnswers(7)
            .Answers(9)
            .Answers(10)
            .Asks(20)
            .Timeline();

        NextReplyHours(ticket).Should().Equal(4);
        ticket.WaitingSince.Should().Be(History.Hour(20));
    }

    [Test]
    public void NextReplies_AfterAReopening_CountFromTheMessageThatReopened()
    {
        TicketTimeline ticket = new History()
            .Opened(0)
            .Answers(1)
            .Resolved(2)
            .Asks(3)
            .Asks(100)
            .Reopened(100.5)
            .Asks(101)
            .Answers(102)
            .Timeline();

        NextReplyHours(ticket).Should().Equal(2);
    }

    [Test]
    public void NextReplies_ReopenedByTheCustomerWithoutAMessage_CountFromTheReopening() =>
        NextReplyHours(
                new History().Opened(0).Answers(1).Resolved(2).Reopened(50, TicketActor.Customer).Answers(53).Timeline()
            )
            .Should()
            .Equal(3);

    [Test]
    public void NextReplies_ReopenedByUs_AreNotWaitedFor() =>
        NextReplyHours(
                new History().Opened(0).Answers(1).Resolved(2).Reopened(50, TicketActor.Agent).Answers(53).Timeline()
            )
            .Should()
            .BeEmpty();

    [Test]
    public void NextReplies_SolvedInstead_AreNone()
    {
        TicketTimeline ticket = new History().Opened(0).Answers(1).Asks(2).Resolved(4).Timeline();
        ticket.NextReplies.IsEmpty.Should().BeTrue();
        ticket.WaitingSince.Should().BeNull();
    }

    [Test]
    public void NextReplies_ReplyArrivingAfterTheSolveOfItsInstant_Counts()
    {
        History solvedFirst = new History().Opened(0).Answers(1).Asks(2).Resolved(4).Answers(4);
        History repliedFirst = new History().Opened(0).Answers(1).Asks(2).Answers(4).Resolved(4);
        NextReplyHours(solvedFirst.Timeline()).Should().Equal(2);
        NextReplyHours(repliedFirst.Timeline()).Should().Equal(2);
    }

    [Test]
    public void Resolution_SolvedTwiceWithoutAReopening_IsTheFirst()
    {
        TicketTimeline ticket = new History().Opened(0).Resolved(4).Resolved(90).Closed(100).Resolved(110).Timeline();
        ticket.DurationOf(TicketDuration.FullResolution).Should().Be(Hours(4));
        ticket.SolveCount.Should().Be(1);
        ticket.State.Should().Be(TicketState.Closed);
    }

    [Test]
    public void Resolution_AfterAReopening_IsTheLast()
    {
        TicketTimeline ticket = new History().Opened(0).Resolved(4).Closed(5).Reopened(50).Resolved(60).Timeline();

        ticket.DurationOf(TicketDuration.FirstResolution).Should().Be(Hours(4));
        ticket.DurationOf(TicketDuration.FullResolution).Should().Be(Hours(60));
        ticket.SolveCount.Should().Be(2);
        ticket.ReopenCount.Should().Be(1);
    }
}
