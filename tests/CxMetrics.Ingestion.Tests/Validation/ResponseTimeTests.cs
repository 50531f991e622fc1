using System.Globalization;
using System.Text;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion.Tests.Support;
using CxMetrics.Ingestion.Validation;

namespace CxMetrics.Ingestion.Tests.Validation;

public class ResponseTimeTests
{
    [TestCase("2026-03-01T09:30:00Z", "2026-03-01T09:30:00.000000")]
    [TestCase("2026-03-01t09:30:00z", "2026-03-01T09:30:00.000000")]
    [TestCase("2026-03-01 09:30:00+01:00", "2026-03-01T08:30:00.000000")]
    [TestCase("2026-03-01T09:30:00-05:30", "2026-03-01T15:00:00.000000")]
    [TestCase("2026-03-01T09:30:00-00:00", "2026-03-01T09:30:00.000000")]
    [TestCase("2026-03-01T09:30:00.5Z", "2026-03-01T09:30:00.500000")]
    [TestCase("2026-03-01T09:30:00.123456999999Z", "2026-03-01T09:30:00.123456")]
    [TestCase("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000000")]
    [TestCase("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000")]
    [TestCase("2016-12-31T23:59:60.9Z", "2017-01-01T00:00:00.000000")]
    [TestCase("2016-12-31T15:59:60-08:00", "2017-01-01T00:00:00.000000")]
    [TestCase("2000-01-01T00:00:00Z", "2000-01-01T00:00:00.000000")]
    [TestCase("2026-06-16T12:00:00Z", "2026-06-16T12:00:00.000000")]
    public void Read_Rfc3339_IsTheInstantInUtc(string text, string expected)
    {
        Read(text, zone: null, out DateTimeOffset instant).Should().BeNull();
        instant.Offset.Should().Be(TimeSpan.Zero);
        Format(instant).Should().Be(expected);
    }

    [TestCase("2026-03-01")]
    [TestCase("2026-03-01T09:30")]
    [TestCase("2026-03-01T09:30:00")]
    [TestCase("2026-03-01 09:30:00.123")]
    public void Read_WithoutZone_SaysThatItIsMissing(string text)
    {
        (string Code, string Message)? wrong = Read(text, zone: null, out _);
        wrong!.Value.Code.Should().Be(FactErrorCodes.BadTimestamp);
        wrong.Value.Message.Should().StartWith("The zone is missing").And.Contain(text);
    }

    [TestCase("yesterday")]
    [TestCase("2026-3-1T09:30:00Z")]
    [TestCase("2026-02-29T09:30:00Z")]
    [TestCase("2026-13-01T09:30:00Z")]
    [TestCase("2026-00-01T09:30:00Z")]
    [TestCase("0000-01-01T09:30:00Z")]
    [TestCase("2026-03-01T24:00:00Z")]
    [TestCase("2026-03-01T09:60:00Z")]
    [TestCase("2026-03-01T09:30:61Z")]
    [TestCase("2026-03-01T09:30:60Z")]
    [TestCase("2026-03-01T09:30Z")]
    [TestCase("2026-03-01T09:30:00.Z")]
    [TestCase("2026-03-01T09:30:00+0100")]
    [TestCase("2026-03-01T09:30:00+24:00")]
    [TestCase("2026-03-01T09:30:00 +01:00")]
    [TestCase("2026-03-01T09:30:00Z ago")]
    [TestCase("20260301T093000Z")]
    [TestCase("2026-03-01_09:30:00Z")]
    [TestCase("1772357400")]
    public void Read_NotATime_IsRefused(string text) =>
        Read(text, zone: null, out _)!.Value.Code.Should().Be(FactErrorCodes.BadTimestamp);

    [TestCase("1999-12-31T23:59:59.999999Z")]
    [TestCase("2000-01-01T00:00:00+00:01")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    [TestCase("2026-06-16T12:00:00.000001Z")]
    [TestCase("9999-12-31T23:59:59-14:00")]
    [TestCase("9999-12-31T23:59:60Z")]
    public void Read_TooEarlyOrTooLate_IsOutOfRange(string text) =>
        Read(text, zone: null, out _)!.Value.Code.Should().Be(FactErrorCodes.OutOfRange);

    [TestCase("2026-01-15 09:30", "2026-01-15T08:30:00.000000")]
    [TestCase("2026-01-15", "2026-01-14T23:00:00.000000")]
    [TestCase("2025-07-15T09:30:00.25", "2025-07-15T07:30:00.250000")]
    [TestCase(
        "2026-03-29 02:30:00",
        "2026-03-29T01:30:00.000000",
        Description = "in the gap: read as 03:30 summer time"
    )]
    [TestCase(
        "2025-10-26 02:30:00",
        "2025-10-26T00:30:00.000000",
        Description = "twice: the earlier, still summer time"
    )]
    [TestCase("2026-01-15T09:30:00Z", "2026-01-15T09:30:00.000000", Description = "its own zone goes first")]
    [TestCase("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000")]
    public void Read_LocalTime_IsReadInTheZone(string text, string expected)
    {
        Read(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), out DateTimeOffset instant).Should().BeNull();
        Format(instant).Should().Be(expected);
    }

    [Test]
    public void Read_LocalTimeInADayThatWasLeftOut_MovesForwardByTheGap()
    {
        // Samoa went from 29 to 31 December 2011.
        TimeZoneInfo apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");
        Read("2011-12-30 12:00", apia, out DateTimeOffset instant).Should().BeNull();
        Format(instant).Should().Be("2011-12-30T22:00:00.000000");
    }

    [Test]
    public void Read_EveryInstantWithAnyOffset_ComesBackToTheMicrosecond() =>
        Generated.AssertAll(
            (int seconds, int micros, short minutes) =>
            {
                DateTimeOffset instant = ResponseTime
                    .Earliest.AddDays(1)
                    .AddSeconds(seconds & 0x1FFFFFFF)
                    .AddMicroseconds((uint)micros % 1_000_000);
                string text = instant
                    .ToOffset(TimeSpan.FromMinutes(minutes % 840))
                    .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
                return Read(text, zone: null, out DateTimeOffset read) is null && read == instant;
            }
        );

    [Test]
    public void Parse_AnyBytes_NeverThrows() =>
        Generated.AssertAll((byte[] bytes) => TimestampParser.Parse(bytes).LocalTicks >= 0, times: 500);

    private static (string Code, string Message)? Read(string text, TimeZoneInfo? zone, out DateTimeOffset instant) =>
        ResponseTime.Read(Encoding.UTF8.GetBytes(text), zone, FixedClock.Now, out instant);

    private static string Format(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
