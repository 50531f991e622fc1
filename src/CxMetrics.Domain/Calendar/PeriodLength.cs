namespace CxMetrics.Domain.Calendar;

/// <summary>How a range of days is cut into the rows of a series.</summary>
public enum PeriodLength
{
    /// <summary>Not at all: one row for the whole range.</summary>
    None,
    Day,

    /// <summary>From the week's first day, Monday unless configured otherwise.</summary>
    Week,
    Month,
    Quarter,
    Year,
}
