using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>Tests whether groups have the same survival: the log-rank test and Peto and Peto's.</summary>
/// <remarks>
/// <para>
/// At each time with d events among n at risk in all groups together, group j with n_j at risk expects d n_j/n of them, with the covariance
/// d (n − d)/(n − 1) · (n_j/n)(δ_jk − n_k/n). Observed − expected, summed over times with the weight S(t−)^ρ, gives χ² = u′V⁻u; groups that
/// add nothing to V are left out of the degrees of freedom. Delayed entry only changes who is at risk.
/// </para>
/// <para>
/// The p-value is that of many events; fewer than five expected in a group set <see cref="Caveats.LowSampleSize"/>. Several comparisons:
/// adjust the p-values for their number. Sources: Mantel (1966), Cancer Chemotherapy Reports 50, 163-170; Peto and Peto (1972),
/// JRSS A 135, 185-206; Harrington and Fleming (1982), Biometrika 69, 553-566. The same numbers as R's <c>survdiff</c>.
/// </para>
/// </remarks>
public static class LogRank
{
    private const double FewestExpected = 5;

    /// <summary>Compares two or more curves.</summary>
    /// <param name="curves">One curve per group, two or more. Groups without subjects may be among them.</param>
    /// <param name="weighting">What each event counts.</param>
    /// <returns>The test with its observed and expected events. Does not depend on the order of the groups.</returns>
    /// <exception cref="ArgumentException">There are fewer than two curves, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weighting is unknown.</exception>
    public static LogRankResult FromCurves(
        IReadOnlyList<SurvivalCurve> curves,
        LogRankWeighting weighting = LogRankWeighting.LogRank
    )
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count < 2 || curves.Contains(null!))
        {
            throw new ArgumentException("A comparison needs two curves or more, none of them null.", nameof(curves));
        }

        if (!Enum.IsDefined(weighting))
        {
            throw new ArgumentOutOfRangeException(nameof(weighting), weighting, "Unknown weighting.");
        }

        LogRankSums sums = new(curves.Count);
        LogRankTimes times = new(curves);
        double survival = 1;
        while (times.MoveNext())
        {
            if (times.Events > 0)
            {
                sums.Add(times, weighting == LogRankWeighting.PetoPeto ? survival : 1);
                survival *= (times.AtRisk - times.Events) / times.AtRisk;
            }
        }

        (double? chiSquare, int degreesOfFreedom) = sums.ChiSquare();
        return new LogRankResult
        {
            ChiSquare = chiSquare,
            DegreesOfFreedom = degreesOfFreedom,
            PValue = chiSquare is { } statistic ? ChiSquareDistribution.UpperTail(statistic, degreesOfFreedom) : null,
            Caveats = sums.Expected.Any(events => events is > 0 and < FewestExpected)
                ? Caveats.LowSampleSize
                : Caveats.None,
            Groups =
            [
                .. curves.Select(
                    (curve, group) => new LogRankGroup(curve.Subjects, sums.Observed[group], sums.Expected[group])
                ),
            ],
        };
    }
}
