using CxMetrics.Calculation.Support;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Support;

public sealed class EpisodeProperties
{
    private static readonly Arbitrary<Contact[]> Contacts = SupportGenerators.Contacts();
    private static readonly Arbitrary<TimeSpan> Windows = SupportGenerators.Windows();
    private static readonly Arbitrary<int> Seeds = SupportGenerators.Seeds();
    private static readonly ReportingPeriod Period = new(History.Hour(20), History.Hour(180));

    private static FirstContactResult Fcr(
        Contact[] contacts,
        TimeSpan window,
        double asOf = 220,
        double level = 0.95
    ) =>
        FirstContactResolution.FromContacts(
            contacts,
            History.Hour(asOf),
            Period,
            new EpisodeRule
            {
                Window = window,
                BeyondFirstLevel = new HashSet<string> { "delivery" },
            },
            level
        );

    [Test]
    public void FirstContact_AnyOrder_IsTheSame() =>
        ForAll(
            Contacts,
            Windows,
            Seeds,
            (contacts, window, seed) =>
            {
                Contact[] shuffled = [.. contacts];
                new Random(seed).Shuffle(shuffled);
                Fcr(shuffled, window).Should().Be(Fcr(contacts, window));
                Repeat(shuffled, window).Should().Be(Repeat(contacts, window));
            }
        );

    [Test]
    public void FirstContact_Counts_MakeAllEpisodes() =>
        ForAll(
            Contacts,
            Windows,
            (contacts, window) =>
            {
                int episodes = Episodes.Of(contacts, new EpisodeRule { Window = window }, History.Hour(220)).Count;
                FirstContactResult result = Fcr(contacts, window);
                long all = result.Share.SampleSize + result.NotMature + result.BeyondFirstLevel + result.OutsidePeriod;
                all.Should().Be(episodes);
                (result.ByBots.SampleSize + result.ByPeople.SampleSize).Should().Be(result.Share.SampleSize);
                result
                    .Share.Value.GetValueOrDefault()
                    .Should()
                    .Be(result.Share.SampleSize == 0 ? 0 : (double)result.Passed / result.Share.SampleSize);

                RepeatContactResult repeat = Repeat(contacts, window);
                (repeat.Share.SampleSize + repeat.NotMature + repeat.OutsidePeriod + repeat.Unsolved)
                    .Should()
                    .Be(episodes);
            }
        );

    /// <summary>
    /// The first contacts of a larger window are among those of a smaller one, and so are those that pass, since nothing followed for
    /// longer. The share itself may go either way.
    /// </summary>
    [Test]
    public void FirstContact_LargerWindow_NeverMakesMoreEpisodesPass() =>
        ForAll(
            Contacts,
            Windows,
            Windows,
            (contacts, window, more) =>
            {
                FirstContactResult small = Fcr(contacts, window);
                FirstContactResult large = Fcr(contacts, window + more);
                large.Passed.Should().BeLessThanOrEqualTo(small.Passed);
                large.Share.SampleSize.Should().BeLessThanOrEqualTo(small.Share.SampleSize);
            }
        );

    [Test]
    public void FirstContact_OnceMature_NeverChanges() =>
        ForAll(
            Contacts,
            Windows,
            Seeds,
            (contacts, window, seed) =>
            {
                FirstContactResult early = Fcr(contacts, window, seed % 200);
                FirstContactResult late = Fcr(contacts, window, 500);
                late.Passed.Should().BeGreaterThanOrEqualTo(early.Passed);
                (late.Share.SampleSize - late.Passed)
                    .Should()
                    .BeGreaterThanOrEqualTo(early.Share.SampleSize - early.Passed);
            }
        );

    [Test]
    public void FirstContact_AnyLevel_HasASoundIntervalThatWidens() =>
        ForAll(
            Contacts,
            Generators.Levels(),
            Generators.Levels(),
            (contacts, one, other) =>
            {
                TimeSpan window = TimeSpan.FromHours(10);
                double low = Math.Min(one.Value, other.Value);
                double high = Math.Max(one.Value, other.Value);
                Estimate narrow = Fcr(contacts, window, 300, low).Share;
                Estimate wide = Fcr(contacts, window, 300, high).Share;
                (narrow with { Caveats = Caveats.None }).ShouldBeSound(0, 1, low);
                if (wide.Interval is { } outer)
                {
                    outer.ShouldHold(narrow.Interval!.Value);
                }
            }
        );

    [Test]
    public void FirstContact_CustomersRenamed_IsTheSame() =>
        ForAll(
            Contacts,
            Windows,
            (contacts, window) =>
            {
                Contact[] renamed =
                [
                    .. contacts.Select(contact =>
                        contact with
                        {
                            CustomerId = contact.CustomerId is null ? null : "x" + contact.CustomerId,
                        }
                    ),
                ];
                Fcr(renamed, window).Should().Be(Fcr(contacts, window));
            }
        );

    private static RepeatContactResult Repeat(Contact[] contacts, TimeSpan window) =>
        RepeatContactRate.FromContacts(contacts, History.Hour(220), Period, new EpisodeRule { Window = window });
}
