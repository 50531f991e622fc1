namespace CxMetrics.Calculation.Revenue;

/// <summary>Retention and survival of the shifted beta-geometric model.</summary>
internal static class RenewalProbabilities
{
    /// <summary>(β + t − 1)/(α + β + t − 1).</summary>
    public static double Retention(BetaParameters parameters, int period)
    {
        BetaParameters after = parameters.AfterRenewals(period - 1);
        return after.Beta / after.Total;
    }

    /// <summary>The product of the retention rates up to a period.</summary>
    public static double Survival(BetaParameters parameters, int period)
    {
        double survival = 1;
        for (int next = 1; next <= period; next++)
        {
            survival *= Retention(parameters, next);
        }

        return survival;
    }
}
