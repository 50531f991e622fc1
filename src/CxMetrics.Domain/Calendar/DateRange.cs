namespace CxMetrics.Domain.Calendar;

/// <summary>A range of days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last; after <paramref name="From"/>.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To);
