namespace CxMetrics.Calculation;

/// <summary>A scale of whole-numbered points with a direction, for example 1 to 5 where higher is better.</summary>
/// <remarks>Two scales that differ in either end or in direction measure different things; their answers never add up.</remarks>
public sealed record RatingScale
{
    /// <summary>The most points a scale may have: 0 to 10.</summary>
    public const int MaximumPoints = 11;

    /// <summary>0 to 10, higher is better: the only scale of the Net Promoter Score.</summary>
    public static RatingScale NetPromoter { get; } = new(0, 10, ScaleDirection.HigherIsBetter);

    /// <summary>1 to 5, higher is better: the usual scale of customer satisfaction.</summary>
    public static RatingScale FivePoint { get; } = new(1, 5, ScaleDirection.HigherIsBetter);

    /// <summary>1 to 7, higher is better: the usual scale of the Customer Effort Score 2.0.</summary>
    public static RatingScale SevenPoint { get; } = new(1, 7, ScaleDirection.HigherIsBetter);

    /// <summary>Creates a scale of 2 to <see cref="MaximumPoints"/> points.</summary>
    /// <param name="minimum">The lowest point.</param>
    /// <param name="maximum">The highest point; above <paramref name="minimum"/>.</param>
    /// <param name="direction">Which end is the good one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale has fewer than 2 or more than <see cref="MaximumPoints"/> points.</exception>
    public RatingScale(int minimum, int maximum, ScaleDirection direction)
    {
        long points = (long)maximum - minimum + 1;
        if (points is < 2 or > MaximumPoints)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximum),
                maximum,
                $"A scale has 2 to {MaximumPoints} points; {minimum} to {maximum} has {points}."
            );
        }

        Minimum = minimum;
        Maximum = maximum;
        Direction = direction;
    }

    /// <summary>The lowest point.</summary>
    public int Minimum { get; }

    /// <summary>The highest point.</summary>
    public int Maximum { get; }

    /// <summary>Which end is the good one.</summary>
    public ScaleDirection Direction { get; }

    /// <summary>How many points the scale has, 2 to <see cref="MaximumPoints"/>.</summary>
    public int Points => Maximum - Minimum + 1;

    /// <summary>How many points at the good end count as the top box unless a question says otherwise: 1 of 2 or 3 points, 2 of 4 to 7, 3 of 8 to 11.</summary>
    public int TopBoxes =>
        Points switch
        {
            <= 3 => 1,
            <= 7 => 2,
            _ => 3,
        };

    /// <summary>Whether <paramref name="score"/> is a point of the scale.</summary>
    public bool Contains(int score) => score >= Minimum && score <= Maximum;

    /// <summary>How far a score or mean is from the bad to the good end, 0 to 100.</summary>
    internal double PercentOfMaximum(double score)
    {
        double distance = Direction == ScaleDirection.HigherIsBetter ? score - Minimum : Maximum - score;
        return 100 * distance / (Maximum - Minimum);
    }

    /// <summary>The scale in words, for messages: <c>1 to 5</c>, or <c>1 to 5, lower is better</c>.</summary>
    public override string ToString() =>
        Direction == ScaleDirection.HigherIsBetter
            ? $"{Minimum} to {Maximum}"
            : $"{Minimum} to {Maximum}, lower is better";
}
