using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class ContactVolumeTests
{
    [Test]
    public void FromContacts_OfAPeriod_CountsContactsCustomersAndIssues()
    {
        ContactVolume volume = ContactVolume.FromContacts(
            [
                Visits.On(0),
                Visits.On(1),
                Visits.On(2, category: "delivery"),
                Visits.On(3, "c2"),
                Visits.On(4, customer: null),
                Visits.On(40),
            ],
            new ReportingPeriod(Visits.Day(0), Visits.Day(30))
        );
        volume.Should().Be(new ContactVolume(5, 2, 4, 1));
    }

    [Test]
    public void FromContacts_AnUnknownMatching_IsRefused()
    {
        Action volume = () => ContactVolume.FromContacts([Visits.On(0)], ReportingPeriod.All, (IssueMatching)2);
        Action rule = () => _ = new EpisodeRule { Matching = (IssueMatching)2 };
        volume.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("matching");
        rule.Should().Throw<ArgumentOutOfRangeException>();
    }
}
