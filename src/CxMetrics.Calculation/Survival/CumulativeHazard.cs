namespace CxMetrics.Calculation.Survival;

/// <summary>Nelson and Aalen's cumulative hazard at each step of a curve: H(t) = Σ d/n over the events up to t. Immutable.</summary>
/// <remarks>
/// The expected number of events of a subject that would be replaced each time; 0 before the first event, not bounded by 1, close to
/// −log S in large samples. Standard error √(Σ d/n²). Sources: Nelson (1969), Journal of Quality Technology 1, 27-52; Aalen (1978),
/// Annals of Statistics 6, 701-726.
/// </remarks>
public sealed class CumulativeHazard
{
    private readonly double[] _values;
    private readonly double[] _standardErrors;

    internal CumulativeHazard(SurvivalSteps steps)
    {
        _values = GC.AllocateUninitializedArray<double>(steps.Count);
        _standardErrors = GC.AllocateUninitializedArray<double>(steps.Count);
        double hazard = 0;
        double variance = 0;
        for (int step = 0; step < steps.Count; step++)
        {
            if (steps.Events[step] > 0)
            {
                double atRisk = steps.AtRisk[step];
                double rate = steps.Events[step] / atRisk;
                hazard += rate;
                variance += rate / atRisk;
            }

            _values[step] = hazard;
            _standardErrors[step] = Math.Sqrt(variance);
        }
    }

    /// <summary>H by step, as in <see cref="SurvivalCurve.Times"/>; 0 or more.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The standard error of H by step; 0 before the first event.</summary>
    public ReadOnlySpan<double> StandardErrors => _standardErrors;
}
