using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class RepeatContactRateTests
{
    private static RepeatContactResult Rate(double asOf, params ReadOnlySpan<Contact> contacts) =>
        RepeatContactRate.FromContacts(contacts, Visits.Day(asOf), ReportingPeriod.All);

    [Test]
    public void FromContacts_ReturnAfterTheSolve_IsARepeat()
    {
        RepeatContactResult result = Rate(60, Visits.On(0), Visits.On(3), Visits.On(20));
        result.Share.Value.Should().Be(0.5);
        result.Share.SampleSize.Should().Be(2);
    }

    [Test]
    public void FromContacts_UnsolvedIssue_IsNotInTheDenominator()
    {
        RepeatContactResult result = Rate(
            60,
            Visits.On(0) with
            {
                IsSolved = false,
            },
            Visits.On(0, "c2"),
            Visits.On(3, "c2") with
            {
                IsSolved = false,
            }
        );
        result.Share.Value.Should().Be(1);
        result.Share.SampleSize.Should().Be(1);
        result.Unsolved.Should().Be(1);
    }

    [Test]
    public void FromContacts_SolvedByALaterContact_IsWatchedFromThere()
    {
        RepeatContactResult result = Rate(60, Visits.On(0) with { IsSolved = false }, Visits.On(3));
        result.Share.Value.Should().Be(0);
        result.Share.SampleSize.Should().Be(1);
    }

    [Test]
    public void FromContacts_ContactThatCameBeforeTheSolve_IsNoRepeat() =>
        Rate(60, Visits.On(0) with { EndedAt = Visits.Day(5) }, Visits.On(3) with { IsSolved = false })
            .Share.Value.Should()
            .Be(0);

    [Test]
    public void FromContacts_ReturnAtTheInstantOfTheSolve_IsARepeat()
    {
        Contact first = Visits.On(0) with { EndedAt = Visits.On(0).ArrivedAt };
        Contact second = first with { IsSolved = false };
        Rate(60, first, second).Share.Value.Should().Be(1);
        Rate(60, first).Share.Value.Should().Be(0);
    }

    [Test]
    public void FromContacts_YoungOrNotSolvedYet_IsLeftOut()
    {
        RepeatContactResult result = Rate(
            8,
            Visits.On(0),
            Visits.On(5, "c2"),
            Visits.On(7, "c3") with
            {
                EndedAt = Visits.Day(9),
            }
        );
        result.Share.SampleSize.Should().Be(1);
        result.NotMature.Should().Be(1);
        result.Unsolved.Should().Be(1);
        result.Share.Caveats.Should().HaveFlag(Caveats.Provisional);
    }

    [Test]
    public void FromContacts_Period_IsThatOfTheSolve()
    {
        RepeatContactResult result = RepeatContactRate.FromContacts(
            [Visits.On(0), Visits.On(30)],
            Visits.Day(60),
            new ReportingPeriod(Visits.Day(20), Visits.Day(40))
        );
        result.Share.SampleSize.Should().Be(1);
        result.OutsidePeriod.Should().Be(1);
        result.AsOf.Should().Be(Visits.Day(60));
    }
}
