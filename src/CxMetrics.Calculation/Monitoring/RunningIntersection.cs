namespace CxMetrics.Calculation.Monitoring;

/// <summary>What is left of the intervals of a confidence sequence when all looks so far are taken together.</summary>
/// <remarks>
/// As all intervals of a sequence hold the true value together with the stated probability, so does what they have in common, which only
/// narrows from look to look. That presumes that the true value stays as it is: a metric that drifts is left with too narrow a range, or none.
/// Not for fixed intervals, which do not hold together. Source: Darling and Robbins (1967), PNAS 58, 66-68.
/// </remarks>
public static class RunningIntersection
{
    /// <summary>The range that all looks have in common.</summary>
    /// <param name="looks">The intervals of one sequence at its looks so far, at least one, all of one level and method.</param>
    /// <returns>
    /// The range; null where the looks have nothing in common: either the true value has moved, or this is one of the few sequences that
    /// miss. The latest estimate may lie outside.
    /// </returns>
    /// <exception cref="ArgumentException">There are no looks, or they differ in level or method.</exception>
    public static ConfidenceInterval? OfLooks(ReadOnlySpan<ConfidenceInterval> looks)
    {
        if (looks.IsEmpty)
        {
            throw new ArgumentException("At least one look is needed.", nameof(looks));
        }

        ConfidenceInterval common = looks[0];
        foreach (ConfidenceInterval look in looks)
        {
            bool isOfOneLevel = Math.Abs(look.Level - common.Level) <= 0;
            if (!isOfOneLevel || !string.Equals(look.Method, common.Method, StringComparison.Ordinal))
            {
                throw new ArgumentException("All looks have one level and method.", nameof(looks));
            }

            common = common with
            {
                Lower = Math.Max(common.Lower, look.Lower),
                Upper = Math.Min(common.Upper, look.Upper),
            };
        }

        return common.Lower <= common.Upper ? common : null;
    }
}
