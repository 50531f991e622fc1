using CxMetrics.Calculation.Support;

namespace CxMetrics.Calculation.Tests.Support;

/// <summary>Contacts by day: each arrives at nine o'clock of its day and is solved at ten, unless changed.</summary>
public static class Visits
{
    public static DateTimeOffset Day(double day) => History.Hour(24 * day);

    public static Contact On(double day, string? customer = "c1", string? category = "billing") =>
        new()
        {
            ArrivedAt = Day(day) + TimeSpan.FromHours(9),
            EndedAt = Day(day) + TimeSpan.FromHours(10),
            IsSolved = true,
            CustomerId = customer,
            Category = category,
        };

    public static EpisodeRule Within(double days) => new() { Window = TimeSpan.FromDays(days) };

    public static FirstContactResult Fcr(this Contact[] contacts, double asOf, EpisodeRule? rule = null) =>
        FirstContactResolution.FromContacts(contacts, Day(asOf), ReportingPeriod.All, rule);
}
