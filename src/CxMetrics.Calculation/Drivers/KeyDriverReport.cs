using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Brings a fit on standardized columns back to the units of the table and writes it up.</summary>
internal sealed class KeyDriverReport
{
    private readonly StandardizedTable _table;
    private readonly LeastSquares _fit;
    private readonly ImportanceBootstrap? _bootstrap;
    private readonly double _level;
    private readonly int _freedom;
    private readonly double _scatter;

    public KeyDriverReport(StandardizedTable table, LeastSquares fit, ImportanceBootstrap? bootstrap, double level)
    {
        _table = table;
        _fit = fit;
        _bootstrap = bootstrap;
        _level = level;
        _freedom = table.Rows - table.Drivers - 1;
        _scatter = Math.Sqrt(fit.Unexplained / _freedom);
    }

    private StandardizedColumn Outcome => _table[_table.Drivers];

    public KeyDriverAnalysis Write(ImportanceMethod method, int resamples, long seed)
    {
        double[] parts = new double[_table.Drivers];
        new Decomposition(method, _table.Drivers).Fill(_fit.CorrelationsAmong, _fit.CorrelationsWithOutcome, parts);
        return new KeyDriverAnalysis
        {
            SampleSize = _table.Rows,
            DroppedRows = _table.Source.DroppedRows,
            RSquared = Resampled(_fit.Explained, parts => Sum(parts)),
            AdjustedRSquared = 1 - (_fit.Unexplained * (_table.Rows - 1) / _freedom),
            ResidualStandardDeviation = _scatter * Math.Sqrt(_table.Rows) * Outcome.Deviation,
            Intercept = Intercept(),
            Drivers = [.. parts.Select((part, index) => Driver(index, part))],
            Method = method,
            Resamples = resamples,
            FailedResamples = _bootstrap?.Failed ?? 0,
            Seed = seed,
            Caveats = Caveats(),
        };
    }

    private KeyDriver Driver(int index, double part)
    {
        double coefficient = _fit.Coefficients[index];
        double correlation = _fit.CorrelationsWithOutcome[index];
        double inflation = _fit.VarianceInflation[index];
        double unit = Outcome.Deviation / _table[index].Deviation;
        ReadOnlySpan<double> values = _table.Source.Column(index);
        return new KeyDriver
        {
            Name = _table.Source.Names[index],
            Importance = Resampled(Math.Min(1, part), parts => parts[index]),
            Share =
                _fit.Explained > 0
                    ? Resampled(Math.Min(1, part / _fit.Explained), parts => ShareOf(parts, index))
                    : Estimate.None with
                    {
                        SampleSize = _table.Rows,
                    },
            Coefficient = Tested(coefficient * unit, _scatter * Math.Sqrt(inflation) * unit),
            StandardizedCoefficient = coefficient,
            Correlation = PearsonCorrelation.FromPairs(values, _table.Source.Outcome, _level),
            Performance = Mean.FromValues(values, _level),
            VarianceInflation = inflation,
            First = correlation * correlation,
            Last = coefficient * coefficient / inflation,
            Pratt = coefficient * correlation,
        };
    }

    private RegressionCoefficient Intercept()
    {
        double[] offsets = new double[_table.Drivers];
        double offset = 0;
        for (int index = 0; index < offsets.Length; index++)
        {
            offsets[index] = _table[index].Mean / _table[index].Deviation;
            offset += _fit.Coefficients[index] * offsets[index];
        }

        double error = _scatter * Math.Sqrt(1 + _fit.InverseForm(offsets));
        return Tested(Outcome.Mean - (offset * Outcome.Deviation), error * Outcome.Deviation);
    }

    private RegressionCoefficient Tested(double value, double error)
    {
        double? statistic = error > 0 ? value / error : null;
        return new RegressionCoefficient
        {
            Estimate = new Estimate
            {
                Value = value,
                StandardError = error,
                Interval =
                    error > 0
                        ? StudentTInterval
                            .FromStandardError(value, error, _freedom, _level)
                            .ToInterval(_level, IntervalMethodNames.StudentT)
                        : null,
                SampleSize = _table.Rows,
            },
            StudentT = statistic,
            PValue = statistic is { } t ? StudentTDistribution.TwoSidedTail(t, _freedom) : null,
        };
    }

    private Estimate Resampled(double value, Func<ReadOnlySpan<double>, double?> statistic) =>
        _bootstrap?.EstimateOf(value, statistic, _table.Rows, _level)
        ?? new Estimate
        {
            Value = value,
            StandardError = null,
            Interval = null,
            SampleSize = _table.Rows,
        };

    private Caveats Caveats()
    {
        Caveats caveats = Calculation.Caveats.None;
        if (_table.Rows < 50 + (8 * _table.Drivers))
        {
            caveats |= Calculation.Caveats.LowSampleSize;
        }

        bool oftenFailed = _bootstrap is { } bootstrap && 20L * bootstrap.Failed > bootstrap.Failed + bootstrap.Fitted;
        return oftenFailed || HasTwoValues(_table.Source.Outcome)
            ? caveats | Calculation.Caveats.AssumptionDoubtful
            : caveats;
    }

    private static bool HasTwoValues(ReadOnlySpan<double> values)
    {
        double first = values[0];
        int other = values.IndexOfAnyExcept(first);
        return other >= 0 && values.IndexOfAnyExcept(first, values[other]) < 0;
    }

    // Resamples in which nothing goes with the outcome have no shares.
    private static double? ShareOf(ReadOnlySpan<double> parts, int index)
    {
        double sum = Sum(parts);
        return sum < LeastSquares.Negligible ? null : parts[index] / sum;
    }

    private static double Sum(ReadOnlySpan<double> parts)
    {
        double sum = 0;
        foreach (double part in parts)
        {
            sum += part;
        }

        return sum;
    }
}
