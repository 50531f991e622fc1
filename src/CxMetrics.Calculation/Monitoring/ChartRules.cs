namespace CxMetrics.Calculation.Monitoring;

/// <summary>The rules by which a control chart signals that something other than chance is at work.</summary>
/// <remarks>
/// Each rule looks at a point and those before it, and marks the point that completes the pattern. Zones are counted in the standard errors of
/// each point (one sigma). A point on the centre line ends a run; so does a gap. The mean number of points to the first false alarm in a process
/// that is in control, with normal points, is given for each rule alone. Sources: Western Electric (1956), Statistical Quality Control
/// Handbook; Nelson (1984), Journal of Quality Technology 16, 237-239; Champ and Woodall (1987), Technometrics 29, 393-399.
/// </remarks>
[Flags]
public enum ChartRules
{
    /// <summary>No rule.</summary>
    None = 0,

    /// <summary>A point beyond the limits (Western Electric 1, Nelson 1). 370 points.</summary>
    BeyondLimits = 1,

    /// <summary>Nine points in a row on one side of the centre (Nelson 2). 511 points, by symmetry alone.</summary>
    NineOnOneSide = 2,

    /// <summary>Eight points in a row on one side of the centre (Western Electric 4). 255 points, by symmetry alone.</summary>
    EightOnOneSide = 4,

    /// <summary>Six points in a row that all rise or all fall (Nelson 3).</summary>
    SixTrending = 8,

    /// <summary>Fourteen points in a row that rise and fall in turn (Nelson 4).</summary>
    FourteenAlternating = 16,

    /// <summary>Two of three points more than two sigma out on one side (Western Electric 2, Nelson 5).</summary>
    TwoOfThreeBeyondTwoSigma = 32,

    /// <summary>Four of five points more than one sigma out on one side (Western Electric 3, Nelson 6).</summary>
    FourOfFiveBeyondOneSigma = 64,

    /// <summary>Fifteen points in a row within one sigma (Nelson 7): less variation than there should be.</summary>
    FifteenWithinOneSigma = 128,

    /// <summary>Eight points in a row outside one sigma, on either side (Nelson 8): a mixture.</summary>
    EightOutsideOneSigma = 256,

    /// <summary>
    /// What a chart looks for unless asked otherwise: a point beyond the limits, or nine in a row on one side. One false alarm in 217 points
    /// on average: in eighteen years of a monthly metric. With eight in a row it would be one in 153.
    /// </summary>
    Default = BeyondLimits | NineOnOneSide,

    /// <summary>The four rules of Western Electric. One false alarm in 92 points on average.</summary>
    WesternElectric = BeyondLimits | EightOnOneSide | TwoOfThreeBeyondTwoSigma | FourOfFiveBeyondOneSigma,

    /// <summary>The eight rules of Nelson.</summary>
    Nelson =
        BeyondLimits
        | NineOnOneSide
        | SixTrending
        | FourteenAlternating
        | TwoOfThreeBeyondTwoSigma
        | FourOfFiveBeyondOneSigma
        | FifteenWithinOneSigma
        | EightOutsideOneSigma,
}
