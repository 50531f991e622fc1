using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class FirstContactResolutionTests
{
    private static readonly Contact[] DaysZeroThreeAndTwenty = [Visits.On(0), Visits.On(3), Visits.On(20)];

    // The golden example of the definitions: one customer, one category, contacts solved the same day on days 0, 3 and 20.
    [TestCase(7, 22, 0, 1, 1, TestName = "FromContacts_SevenDaysAsOfDay22_IsNoneOfOne")]
    [TestCase(7, 28, 1, 2, 0, TestName = "FromContacts_SevenDaysAsOfDay28_IsOneOfTwo")]
    [TestCase(1, 22, 3, 3, 0, TestName = "FromContacts_OneDayAsOfDay22_IsThreeOfThree")]
    [TestCase(30, 31, 0, 1, 0, TestName = "FromContacts_ThirtyDaysAsOfDay31_IsNoneOfOne")]
    public void FromContacts_GoldenExample_GivesItsFigures(
        double window,
        double asOf,
        int passed,
        int mature,
        int young
    )
    {
        FirstContactResult result = DaysZeroThreeAndTwenty.Fcr(asOf, Visits.Within(window));

        result.Passed.Should().Be(passed);
        result.Share.SampleSize.Should().Be(mature);
        result.Share.Value.Should().Be((double)passed / mature);
        result.NotMature.Should().Be(young);
        result.Share.Caveats.HasFlag(Caveats.Provisional).Should().Be(young > 0);
        result.AsOf.Should().Be(Visits.Day(asOf));
    }

    [Test]
    public void FromContacts_ThirtyDaysAsOfDay22_HasNoValue()
    {
        FirstContactResult result = DaysZeroThreeAndTwenty.Fcr(22, Visits.Within(30));

        result.Share.Should().Be(Estimate.None with { Caveats = Caveats.Provisional });
        result.NotMature.Should().Be(1);
    }

    [Test]
    public void FromContacts_None_HasNoValue()
    {
        FirstContactResult result = Array.Empty<Contact>().Fcr(0);
        result.Share.Should().Be(Estimate.None);
        result.Variant.Should().Be(FirstContactVariant.Gross);
    }

    [Test]
    public void FromContacts_KnownFailureWhoseWindowRuns_IsNotCountedEarly()
    {
        FirstContactResult result = new[] { Visits.On(0), Visits.On(1) }.Fcr(5);
        result.Share.Value.Should().BeNull();
        result.NotMature.Should().Be(1);
    }

    [TestCase(7 - 1e-6, 0, TestName = "FromContacts_ReturnJustInsideTheWindow_Fails")]
    [TestCase(7, 1, TestName = "FromContacts_ReturnAtTheEndOfTheWindow_IsANewIssue")]
    public void FromContacts_AtTheEdgeOfTheWindow_IsHalfOpen(double daysAfterTheEnd, int passed)
    {
        Contact first = Visits.On(0);
        Contact second = Visits.On(0) with
        {
            ArrivedAt = first.EndedAt + TimeSpan.FromDays(daysAfterTheEnd),
            EndedAt = first.EndedAt + TimeSpan.FromDays(8),
        };
        FirstContactResolution
            .FromContacts([first, second], first.EndedAt + TimeSpan.FromDays(7), ReportingPeriod.All)
            .Passed.Should()
            .Be(passed);
    }

    [Test]
    public void FromContacts_Unsolved_StaysInTheDenominator()
    {
        FirstContactResult result = new[] { Visits.On(0) with { IsSolved = false } }.Fcr(30);
        result.Share.Value.Should().Be(0);
        result.Share.SampleSize.Should().Be(1);
    }

    [Test]
    public void FromContacts_OverlappingContacts_CountFromTheLatestEnd()
    {
        Contact longOne = Visits.On(0) with { EndedAt = Visits.Day(10) };
        FirstContactResult result = new[] { longOne, Visits.On(2), Visits.On(16) }.Fcr(60);
        result.Share.SampleSize.Should().Be(1);
        result.Passed.Should().Be(0);
    }

    [Test]
    public void FromContacts_ChainOfContacts_IsOneEpisode()
    {
        Contact[] contacts = [.. Enumerable.Range(0, 10).Select(step => Visits.On(6 * step))];
        contacts.Fcr(200).Share.SampleSize.Should().Be(1);
    }

    [Test]
    public void FromContacts_OtherCategoryOrCustomer_IsAnotherIssue()
    {
        Contact[] contacts =
        [
            Visits.On(0),
            Visits.On(1, category: "delivery"),
            Visits.On(1, "c2"),
            Visits.On(2, category: null),
        ];
        contacts.Fcr(60).Passed.Should().Be(4);
        FirstContactResult strict = contacts.Fcr(60, new EpisodeRule { Matching = IssueMatching.Customer });
        strict.Passed.Should().Be(1);
        strict.Share.SampleSize.Should().Be(2);
    }

    [Test]
    public void FromContacts_ExplicitLink_DecidesBeforeCustomerAndCategory()
    {
        Contact[] contacts =
        [
            Visits.On(0) with
            {
                IssueId = "i1",
            },
            Visits.On(1, "c2", "delivery") with
            {
                IssueId = "i1",
            },
            Visits.On(2) with
            {
                IssueId = "i2",
            },
        ];
        FirstContactResult result = contacts.Fcr(60);
        result.Share.SampleSize.Should().Be(2);
        result.Passed.Should().Be(1);
    }

    [Test]
    public void FromContacts_UnknownCustomer_IsItsTicketOrAlone()
    {
        Contact unknown = Visits.On(0, customer: null);
        new[] { unknown with { TicketId = "T1" }, Visits.On(1, null) with { TicketId = "T1" } }
            .Fcr(60)
            .Share.SampleSize.Should()
            .Be(1);
        new[] { unknown, Visits.On(1, customer: null) }.Fcr(60).Passed.Should().Be(2);
    }

    [Test]
    public void FromContacts_CategoryBeyondFirstLevel_IsLeftOutAndNamedNet()
    {
        EpisodeRule rule = new() { BeyondFirstLevel = new HashSet<string> { "hardware" } };
        Contact[] contacts = [Visits.On(0), Visits.On(0, category: "hardware"), Visits.On(0, category: null)];

        FirstContactResult net = contacts.Fcr(60, rule);

        net.Variant.Should().Be(FirstContactVariant.Net);
        net.BeyondFirstLevel.Should().Be(1);
        net.Share.SampleSize.Should().Be(2);
        contacts.Fcr(60).Share.SampleSize.Should().Be(3);
    }

    [Test]
    public void FromContacts_Period_IsThatOfTheFirstContactOnly()
    {
        ReportingPeriod period = new(Visits.Day(2), Visits.Day(30));
        FirstContactResult result = FirstContactResolution.FromContacts(
            [Visits.On(0), Visits.On(3), Visits.On(20), Visits.On(31)],
            Visits.Day(90),
            period
        );
        result.Share.SampleSize.Should().Be(1);
        result.OutsidePeriod.Should().Be(2);
        result.Passed.Should().Be(1);
    }

    [Test]
    public void FromContacts_BotsAndTransfers_AreSplitOff()
    {
        FirstContactResult result = new[]
        {
            Visits.On(0, "c1") with
            {
                IsSolvedByBot = true,
            },
            Visits.On(0, "c2") with
            {
                IsSolvedByBot = true,
            },
            Visits.On(1, "c2"),
            Visits.On(0, "c3") with
            {
                IsTransferred = true,
            },
            Visits.On(0, "c4") with
            {
                IsSolved = false,
                IsTransferred = true,
            },
        }.Fcr(60);

        result.Share.Value.Should().Be(0.5);
        result.ByBots.Value.Should().Be(0.5);
        result.ByBots.SampleSize.Should().Be(2);
        result.ByPeople.Value.Should().Be(0.5);
        result.PassedWithTransfer.Should().Be(1);
    }

    [Test]
    public void FromContacts_EpisodesOfOneCustomer_AreACluster()
    {
        Contact[] contacts =
        [
            .. Enumerable.Range(0, 6).Select(index => Visits.On(20 * index, "c1")),
            .. Enumerable.Range(0, 6).Select(index => Visits.On(20 * index, "c2") with { IsSolved = false }),
            Visits.On(0, "c3"),
        ];

        Estimate share = contacts.Fcr(500).Share;

        share
            .Should()
            .Be(ClusteredShare.FromClusters([new(1, 1), new(0, 6), new(6, 6)]) with { Caveats = Caveats.Concentrated });
        share.EffectiveSampleSize.Should().BeLessThan(4);
    }

    [Test]
    public void FromContacts_ReopenedTicket_FailsInsideTheWindowOnly()
    {
        History inside = new History().Opened(0).Answers(1).Resolved(2).Reopened(100).Resolved(101);
        History outside = new History().Opened(0).Answers(1).Resolved(2).Reopened(200).Resolved(201);

        Contact[] failing = TicketContacts.FromTickets(inside.Timelines());
        Contact[] passing = TicketContacts.FromTickets(outside.Timelines());

        failing.Fcr(60).Share.Should().Match<Estimate>(share => share.Value == 0 && share.SampleSize == 1);
        passing.Fcr(60).Share.Should().Match<Estimate>(share => share.Value == 1 && share.SampleSize == 2);
    }

    [Test]
    public void FromContacts_EndBeforeArrival_IsRefused()
    {
        Contact broken = Visits.On(0) with { EndedAt = Visits.Day(0) };
        Action act = () => new[] { broken }.Fcr(1);
        act.Should()
            .Throw<ArgumentException>()
            .WithMessage("A contact does not end before it arrives*")
            .WithParameterName("contacts");
    }

    [Test]
    public void Rule_NoWindow_IsRefused()
    {
        Action act = () => _ = Visits.Within(0);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }
}
