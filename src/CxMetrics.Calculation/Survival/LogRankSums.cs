namespace CxMetrics.Calculation.Survival;

/// <summary>Observed and expected events by group and their covariance.</summary>
internal sealed class LogRankSums(int groups)
{
    // Below this share of its own variance a group is a combination of those before it, but for rounding.
    private const double Dependent = 1e-9;

    private readonly double[,] _covariance = new double[groups, groups];

    public double[] Observed { get; } = new double[groups];

    public double[] Expected { get; } = new double[groups];

    /// <summary>Adds the events of one time.</summary>
    public void Add(LogRankTimes at, double weight)
    {
        double spread = at.AtRisk > 1 ? weight * weight * at.Events * (at.AtRisk - at.Events) / (at.AtRisk - 1) : 0;
        for (int group = 0; group < groups; group++)
        {
            double share = at.GroupAtRisk[group] / at.AtRisk;
            Observed[group] += weight * at.GroupEvents[group];
            Expected[group] += weight * at.Events * share;
            _covariance[group, group] += spread * share * ((at.AtRisk - at.GroupAtRisk[group]) / at.AtRisk);
            for (int other = 0; other < group; other++)
            {
                _covariance[group, other] -= spread * share * (at.GroupAtRisk[other] / at.AtRisk);
            }
        }
    }

    /// <summary>u′V⁻u and the rank of V; null where the rank is 0.</summary>
    /// <remarks>
    /// Cholesky's V = LDL′, column by column. The groups' differences add up to 0, so that at least one column depends on the others;
    /// such a column has nothing left of its variance and is skipped.
    /// </remarks>
    public (double? Value, int Rank) ChiSquare()
    {
        double[,] rest = (double[,])_covariance.Clone();
        double[] difference = [.. Observed.Zip(Expected, (observed, expected) => observed - expected)];
        double sum = 0;
        int rank = 0;
        for (int column = 0; column < groups; column++)
        {
            double pivot = rest[column, column];
            if (pivot > Dependent * _covariance[column, column])
            {
                sum += difference[column] / pivot * difference[column];
                rank++;
                Eliminate(rest, difference, column);
            }
        }

        return (rank > 0 ? sum : null, rank);
    }

    private void Eliminate(double[,] rest, double[] difference, int column)
    {
        for (int row = column + 1; row < groups; row++)
        {
            double factor = rest[row, column] / rest[column, column];
            difference[row] -= factor * difference[column];
            for (int other = column + 1; other <= row; other++)
            {
                rest[row, other] -= factor * rest[other, column];
            }
        }
    }
}
