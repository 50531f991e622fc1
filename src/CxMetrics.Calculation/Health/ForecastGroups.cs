namespace CxMetrics.Calculation.Health;

/// <summary>Forecasts sorted into groups of equal width, and the parts of the Brier score they give.</summary>
/// <param name="Reliability">Σ n(p̄ − ō)²/N.</param>
/// <param name="Resolution">Σ n(ō of the group − ō)²/N.</param>
/// <param name="Uncertainty">ō(1 − ō).</param>
/// <param name="Within">Σ (p − p̄)²/N − 2 Σ (o − ō of the group)(p − p̄)/N.</param>
internal readonly record struct ForecastGroups(double Reliability, double Resolution, double Uncertainty, double Within)
{
    /// <summary>The parts for at least one forecast.</summary>
    public static ForecastGroups Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, int groups)
    {
        long[] cases = new long[groups];
        long[] came = new long[groups];
        double[] means = new double[groups];
        for (int index = 0; index < probabilities.Length; index++)
        {
            int group = GroupOf(probabilities[index], groups);
            cases[group]++;
            came[group] += outcomes[index] ? 1 : 0;
            means[group] += (probabilities[index] - means[group]) / cases[group];
        }

        double total = probabilities.Length;
        double rate = outcomes.Count(true) / total;
        double reliability = 0;
        double resolution = 0;
        for (int group = 0; group < groups; group++)
        {
            if (cases[group] > 0)
            {
                double rateOfGroup = (double)came[group] / cases[group];
                reliability += cases[group] * Square(means[group] - rateOfGroup);
                resolution += cases[group] * Square(rateOfGroup - rate);
            }
        }

        double within = 0;
        for (int index = 0; index < probabilities.Length; index++)
        {
            int group = GroupOf(probabilities[index], groups);
            double deviation = probabilities[index] - means[group];
            double surprise = (outcomes[index] ? 1 : 0) - ((double)came[group] / cases[group]);
            within += deviation * (deviation - (2 * surprise));
        }

        return new ForecastGroups(reliability / total, resolution / total, rate * (1 - rate), within / total);
    }

    private static int GroupOf(double probability, int groups) => Math.Min((int)(probability * groups), groups - 1);

    private static double Square(double number) => number * number;
}
