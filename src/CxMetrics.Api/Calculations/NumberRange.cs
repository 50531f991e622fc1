namespace CxMetrics.Api.Calculations;

/// <summary>What a number may be. Its text completes "… is not".</summary>
/// <param name="Minimum">The least number.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="ExcludesMinimum">Whether the least number itself is refused.</param>
/// <param name="ExcludesMaximum">Whether the greatest number itself is refused.</param>
internal readonly record struct NumberRange(
    double Minimum,
    double Maximum,
    bool ExcludesMinimum = false,
    bool ExcludesMaximum = false
)
{
    /// <summary>Sums and products of a million numbers up to this size are still numbers.</summary>
    private const double Largest = 1e300;

    public static NumberRange Any { get; } = new(-Largest, Largest);

    public static NumberRange NotNegative { get; } = new(0, Largest);

    public static NumberRange Positive { get; } = new(0, Largest, ExcludesMinimum: true);

    /// <summary>Money per period: small enough for what comes in over many periods.</summary>
    public static NumberRange Amount { get; } = new(0, 1e150);

    /// <summary>Times, and lengths of time, whose ratios are still numbers.</summary>
    public static NumberRange Duration { get; } = new(0, 1e150);

    /// <summary>Settings that are shares: 0 to 1.</summary>
    public static NumberRange Fraction { get; } = new(0, 1);

    /// <summary>Probabilities that leave a chance of either.</summary>
    public static NumberRange OpenFraction { get; } = new(0, 1, ExcludesMinimum: true, ExcludesMaximum: true);

    public static NumberRange Percent { get; } = new(0, 100);

    /// <summary>Standard deviations whose squares are still numbers.</summary>
    public static NumberRange StandardDeviation { get; } = new(0, 1e150);

    /// <summary>Whether the number is in the range; false for NaN.</summary>
    public bool Contains(double number) =>
        (ExcludesMinimum ? number > Minimum : number >= Minimum)
        && (ExcludesMaximum ? number < Maximum : number <= Maximum);

    public override string ToString() =>
        (ExcludesMinimum, ExcludesMaximum) switch
        {
            (false, false) => string.Create(CultureInfo.InvariantCulture, $"from {Minimum} to {Maximum}"),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"above {Minimum} and at most {Maximum}"),
            (false, true) => string.Create(CultureInfo.InvariantCulture, $"at least {Minimum} and below {Maximum}"),
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"above {Minimum} and below {Maximum}"),
        };
}
