namespace CxMetrics.Calculation.Intervals;

/// <summary>The shares of negative and positive answers that are most likely if the net score is θ (Tango 1998).</summary>
/// <remarks>
/// Each solves 2x² + bx + c = 0 with b = (2 − t)θ − p − d, c = −dθ(1 − θ) for the negative share and the same with p and d, t and θ
/// turned round for the positive one. Both equations have one discriminant, and for each sign of θ one of the two forms b² − 8c adds terms
/// that are not negative. Taking that form keeps the digits where nearly all answers agree and where nearly all are neutral; the
/// textbook form loses half of them.
/// </remarks>
internal readonly struct ConstrainedShares
{
    private ConstrainedShares(double negative, double positive, double theta, double negativeSlope)
    {
        double neutral = Math.Max(1 - negative - positive, 0);
        Variance = NetCounts.VarianceOf(negative, neutral, positive);
        VarianceSlope = (2 * negativeSlope) + 1 - (2 * theta);
    }

    /// <summary>n times the variance of the net score: p̃ + d̃ − θ².</summary>
    public double Variance { get; }

    /// <summary>The derivative of <see cref="Variance"/> by θ; not finite where the discriminant is 0.</summary>
    public double VarianceSlope { get; }

    /// <summary>The shares at θ.</summary>
    /// <param name="theta">The assumed net score, θ.</param>
    /// <param name="positive">The observed share of positive answers, p.</param>
    /// <param name="negative">The observed share of negative answers, d.</param>
    /// <param name="score">The observed net score, t.</param>
    public static ConstrainedShares At(double theta, double positive, double negative, double score)
    {
        double q;
        double p;
        double root;
        if (theta >= 0)
        {
            (q, root) = LargerRoot(theta, positive + negative, negative, score);
            p = q + theta;
        }
        else
        {
            (p, root) = LargerRoot(-theta, positive + negative, positive, -score);
            q = p - theta;
        }

        double slope = (((score - 2) * q) + (negative * (1 - (2 * theta)))) / root;
        return new ConstrainedShares(q, p, theta, slope);
    }

    // For θ of 0 or more, so that c is not positive.
    private static (double Share, double Root) LargerRoot(double theta, double sum, double observed, double score)
    {
        double b = ((2 - score) * theta) - sum;
        double c = -observed * theta * (1 - theta);
        double root = Math.Sqrt((b * b) - (8 * c));
        return (b > 0 ? -2 * c / (b + root) : (root - b) / 4, root);
    }
}
