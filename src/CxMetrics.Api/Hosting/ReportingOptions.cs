using System.ComponentModel.DataAnnotations;
using CxMetrics.Domain.Calendar;

namespace CxMetrics.Api.Hosting;

/// <summary>How reports are cut and labelled: section <c>Reporting</c>.</summary>
internal sealed class ReportingOptions : IValidatableObject
{
    public const string Section = "Reporting";

    /// <summary>The zone whose midnights separate days, as an IANA name.</summary>
    /// <value>The default is <c>UTC</c>.</value>
    [Required]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The first day of a week.</summary>
    /// <value>The default is Monday, as in ISO 8601.</value>
    public DayOfWeek WeekStart { get; set; } = DayOfWeek.Monday;

    /// <summary>The currency that amounts are reported in, as an ISO 4217 code.</summary>
    /// <value>The default is <c>EUR</c>.</value>
    [RegularExpression(
        "^[A-Z]{3}$",
        ErrorMessage = "Reporting:Currency is an ISO 4217 code of three capital letters, such as EUR."
    )]
    public string Currency { get; set; } = "EUR";

    public ReportingCalendar CreateCalendar() => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), WeekStart);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult(
                $"Reporting:TimeZone '{TimeZone}' is not a known time zone; use an IANA name such as Europe/Berlin."
            );
        }

        if (!Enum.IsDefined(WeekStart))
        {
            yield return new ValidationResult("Reporting:WeekStart is a day of the week, such as Monday.");
        }
    }
}
