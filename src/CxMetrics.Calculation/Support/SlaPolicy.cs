using CxMetrics.Calculation.Calendars;

namespace CxMetrics.Calculation.Support;

/// <summary>A service level: what is promised, within which time, on which clock. Immutable.</summary>
public sealed record SlaPolicy
{
    /// <summary>Creates a policy.</summary>
    /// <param name="kind">What is promised.</param>
    /// <param name="within">The time it may take; above 0.</param>
    /// <param name="calendar">The business calendar of the clock; null for calendar time.</param>
    /// <param name="pauses">When the clock stands still.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown, or the time is not above 0.</exception>
    public SlaPolicy(
        SlaTargetKind kind,
        TimeSpan within,
        BusinessCalendar? calendar = null,
        SlaPauses pauses = SlaPauses.None
    )
    {
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of target.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(within, TimeSpan.Zero);
        Kind = kind;
        Within = within;
        Calendar = calendar;
        Pauses = pauses;
    }

    /// <summary>What is promised.</summary>
    public SlaTargetKind Kind { get; }

    /// <summary>The time it may take.</summary>
    public TimeSpan Within { get; }

    /// <summary>The business calendar of the clock; null for calendar time.</summary>
    public BusinessCalendar? Calendar { get; }

    /// <summary>When the clock stands still.</summary>
    public SlaPauses Pauses { get; }

    internal bool PausesIn(TicketState state) =>
        state switch
        {
            TicketState.New or TicketState.Open => false,
            TicketState.Pending => Pauses.HasFlag(SlaPauses.Pending),
            TicketState.OnHold => Pauses.HasFlag(SlaPauses.OnHold),
            _ => true,
        };
}
