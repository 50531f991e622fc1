using System.Text.Json;
using MathNet.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>How many customers are lost, given that any are, and what the reference says of the lifetime values that follow.</summary>
internal sealed class LostCustomers
{
    private const double StandardErrors = 4;

    private readonly int _customers;
    private readonly double _churn;
    private readonly double[] _probabilities;
    private readonly double[] _upTo;

    public LostCustomers(int customers, double churn)
    {
        _customers = customers;
        _churn = churn;
        double[] all = MultinomialTerms.Binomial(customers, churn);
        _probabilities = [0, .. all.Skip(1).Select(probability => probability / (1 - all[0]))];
        _upTo = new double[all.Length];
        for (int lost = 1; lost < all.Length; lost++)
        {
            _upTo[lost] = _upTo[lost - 1] + _probabilities[lost];
        }
    }

    public long Draw(Random random)
    {
        int place = Array.BinarySearch(_upTo, random.NextDouble());
        return Math.Clamp(place < 0 ? ~place : place, 1, _customers);
    }

    /// <summary>
    /// The standard deviation of the value by the delta method, to the digits of the file; that of the drawn values and the number
    /// of samples left out, which the reference drew, within four standard errors.
    /// </summary>
    public void ShouldAgree(JsonElement row, (double Value, double Error) revenue, (double Value, double Error) margin)
    {
        double n = row.GetProperty("replicates").GetDouble();
        double value = revenue.Value * margin.Value / _churn;
        double relative = double.Hypot(
            double.Hypot(revenue.Error / revenue.Value, margin.Error / margin.Value),
            Math.Sqrt((1 - _churn) / (_customers * _churn))
        );
        row.GetProperty("delta_method_sd")
            .GetDouble()
            .Should()
            .BeApproximately(value * relative, CoverageFile.Rounding);

        double none = Math.Pow(1 - _churn, _customers);
        row.GetProperty("zero_churn_samples_dropped")
            .GetDouble()
            .Should()
            .BeApproximately(n * none, StandardErrors * Math.Sqrt(n * none * (1 - none)) + 0.5);

        double[] moments =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(power => Moment(revenue, power) * Moment(margin, power) * OfLifetime(power)),
        ];
        double variance = moments[2] - (moments[1] * moments[1]);
        double fourth = Enumerable
            .Range(0, 5)
            .Sum(power => SpecialFunctions.Binomial(4, power) * moments[power] * Math.Pow(-moments[1], 4 - power));
        double error = Math.Sqrt((fourth - (variance * variance)) / n) / (2 * Math.Sqrt(variance));
        row.GetProperty("monte_carlo_sd")
            .GetDouble()
            .Should()
            .BeApproximately(Math.Sqrt(variance), StandardErrors * error);
    }

    /// <summary>The mean power of a normal number.</summary>
    private static double Moment((double Value, double Error) of, int power)
    {
        double squared = of.Error * of.Error;
        return power switch
        {
            0 => 1,
            1 => of.Value,
            2 => (of.Value * of.Value) + squared,
            3 => Math.Pow(of.Value, 3) + (3 * of.Value * squared),
            _ => Math.Pow(of.Value, 4) + (6 * of.Value * of.Value * squared) + (3 * squared * squared),
        };
    }

    private double OfLifetime(int power) =>
        Enumerable.Range(1, _customers).Sum(lost => _probabilities[lost] * Math.Pow((double)_customers / lost, power));
}
