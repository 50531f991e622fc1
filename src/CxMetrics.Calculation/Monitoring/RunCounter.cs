namespace CxMetrics.Calculation.Monitoring;

/// <summary>Counts the runs that a chart's points make, one point after another.</summary>
internal sealed class RunCounter
{
    // The places of the last five points in sigmas from the centre, the newest first; 0 for none.
    private readonly double[] _places = new double[5];
    private double? _previous;
    private int _direction;
    private int _oneSide;
    private int _trending;
    private int _alternating;
    private int _within;
    private int _outside;

    /// <summary>The patterns that the next point completes.</summary>
    /// <param name="value">Its value; null for a gap.</param>
    /// <param name="place">Its place in sigmas from the centre; null where that is not known.</param>
    public ChartRules Next(double? value, double? place)
    {
        Turn(value);
        Place(place);
        return When(Math.Abs(_oneSide) >= 9, ChartRules.NineOnOneSide)
            | When(Math.Abs(_oneSide) >= 8, ChartRules.EightOnOneSide)
            | When(_trending >= 5, ChartRules.SixTrending)
            | When(_alternating >= 13, ChartRules.FourteenAlternating)
            | When(Crowds(of: 3, atLeast: 2, beyond: 2), ChartRules.TwoOfThreeBeyondTwoSigma)
            | When(Crowds(of: 5, atLeast: 4, beyond: 1), ChartRules.FourOfFiveBeyondOneSigma)
            | When(_within >= 15, ChartRules.FifteenWithinOneSigma)
            | When(_outside >= 8, ChartRules.EightOutsideOneSigma);
    }

    private static ChartRules When(bool isSeen, ChartRules rule) => isSeen ? rule : ChartRules.None;

    // Steps up or down: five in one direction take six points, thirteen in turn fourteen.
    private void Turn(double? value)
    {
        int direction = value is { } now && _previous is { } before ? now.CompareTo(before) : 0;
        _trending =
            direction == 0 ? 0
            : direction == _direction ? _trending + 1
            : 1;
        _alternating =
            direction == 0 ? 0
            : direction == -_direction ? _alternating + 1
            : 1;
        _direction = direction;
        _previous = value;
    }

    private void Place(double? place)
    {
        double now = place ?? 0;
        int side = Math.Sign(now);
        _oneSide =
            side == 0 ? 0
            : side == Math.Sign(_oneSide) ? _oneSide + side
            : side;
        _within = place is not null && Math.Abs(now) < 1 ? _within + 1 : 0;
        _outside = Math.Abs(now) > 1 ? _outside + 1 : 0;
        _places.AsSpan(0, _places.Length - 1).CopyTo(_places.AsSpan(1));
        _places[0] = now;
    }

    /// <summary>Whether the newest point and enough of those before it lie beyond a zone on its side.</summary>
    private bool Crowds(int of, int atLeast, double beyond)
    {
        int side = Math.Sign(_places[0]);
        int count = 0;
        foreach (double place in _places.AsSpan(0, of))
        {
            count += place * side > beyond ? 1 : 0;
        }

        return count >= atLeast && _places[0] * side > beyond;
    }
}
