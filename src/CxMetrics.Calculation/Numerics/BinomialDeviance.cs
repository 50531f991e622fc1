namespace CxMetrics.Calculation.Numerics;

/// <summary>x ln(x/m) + m − x, by which a count x falls short of the probability of its expectation m (Loader 2000).</summary>
internal static class BinomialDeviance
{
    /// <summary>The deviance, without cancellation near x = m.</summary>
    /// <param name="x">The count, above 0.</param>
    /// <param name="m">Its expectation, above 0.</param>
    public static double Of(double x, double m) => Of(x, m, x - m);

    /// <summary>The deviance where x − m is known with more digits than the rounded x and m have.</summary>
    /// <param name="x">The count, above 0.</param>
    /// <param name="m">Its expectation, above 0.</param>
    /// <param name="difference">x − m.</param>
    public static double Of(double x, double m, double difference)
    {
        if (Math.Abs(difference) > 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) - difference;
        }

        double v = difference / (x + m);
        double term = 2 * x * v;
        double sum = difference * v;
        for (int j = 3; j < 100; j += 2)
        {
            term *= v * v;
            double next = sum + (term / j);
            if (!(Math.Abs(next - sum) > 0))
            {
                break;
            }

            sum = next;
        }

        return sum;
    }
}
