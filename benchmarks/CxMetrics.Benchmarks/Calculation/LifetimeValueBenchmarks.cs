using System.Globalization;
using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>
/// Fits of lifetime value models and values of all customers, on the CDNOW sample and on a million customers made of it.
/// </summary>
/// <remarks>
/// The opponent is lifetimes 0.11.3 on the same data: 0.11 s for BG/NBD and 0.044 s for gamma-gamma on 2,357 customers, 12 to 14 s and 2.9 s on
/// a million, 11.7 s for values over 12 months (reference numbers). A million equal copies flatter a library that groups equal rows, so
/// the times of the million are moved by up to 0.1 % each.
/// </remarks>
[MemoryDiagnoser]
public class LifetimeValueBenchmarks
{
    private const int Copies = 424;
    private const double LargestMove = 1e-3;

    private static readonly LifetimeValueTerms Terms = LifetimeValueTerms.Monthly(4.345);

    private CustomerHistory[] _customers = [];
    private double?[] _values = [];
    private LifetimeValueModel? _model;

    /// <summary>How many times the customers of the sample are taken: once as they are, or 424 times with their times moved.</summary>
    [Params(1, Copies)]
    public int Times { get; set; }

    [GlobalSetup]
    public void Read()
    {
        CustomerHistory[] sample = [.. File.ReadLines(DataFile()).Skip(1).Select(Parse)];
        _customers = Times == 1 ? sample : Moved(sample);
        _values = new double?[_customers.Length];
        _model = CustomerLifetimeValue.Fit(_customers, Terms).Model!.Model;
    }

    [Benchmark(Baseline = true)]
    public BgNbdFit BgNbdFit() => BgNbd.Fit(_customers).Model!;

    [Benchmark]
    public GammaGammaFit GammaGammaFit() => GammaGamma.Fit(_customers).Model!;

    [Benchmark]
    public LifetimeValueFit BothFits() => CustomerLifetimeValue.Fit(_customers, Terms).Model!;

    [Benchmark]
    public double? Values()
    {
        _model!.Values(_customers, _values);
        return _values[0];
    }

    private CustomerHistory[] Moved(CustomerHistory[] sample)
    {
        var random = new Random(1);
        var customers = new CustomerHistory[sample.Length * Times];
        for (int index = 0; index < customers.Length; index++)
        {
            CustomerHistory customer = sample[index % sample.Length];
            double age = customer.Age * (1 + (LargestMove * random.NextDouble()));
            double recency = Math.Min(age, customer.Recency * (1 + (LargestMove * random.NextDouble())));
            customers[index] = customer with { Recency = recency, Age = age };
        }

        return customers;
    }

    private static string DataFile()
    {
        string? folder = Environment.GetEnvironmentVariable("CXMETRICS_DATA");
        return Path.Combine(
            folder is { Length: > 0 } ? folder : Path.Combine("..", "shared", "data"),
            "cdnow_summary.csv"
        );
    }

    private static CustomerHistory Parse(string line)
    {
        string[] fields = line.Split(',');
        return new CustomerHistory(
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            double.Parse(fields[2], CultureInfo.InvariantCulture),
            double.Parse(fields[3], CultureInfo.InvariantCulture),
            double.Parse(fields[4], CultureInfo.InvariantCulture)
        );
    }
}
