using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Drivers;

internal static class DriverCalculator
{
    public const int MostResamples = 10_000;

    private const int MostDrivers = 50;
    private const int MostShapleyDrivers = 12;

    /// <summary>Multiplications of all resamples together: what takes some seconds.</summary>
    private const double MostWork = 2e10;

    public static KnownNames<ImportanceMethod> Methods { get; } = new(EnumNames.CamelCase);

    public static DriverCalculationResult? Calculate(DriverCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        ImportanceMethod method = input.Method(request.Method, Methods);
        DriverTable? table = ReadTable(request, method, input);
        int resamples = ReadResamples(request.Resamples, table, method, input);
        long seed = input.Seed(request.Seed, () => Columns(request));
        return input.Compute(
            "drivers",
            () =>
            {
                FitOutcome<KeyDriverAnalysis> outcome = KeyDrivers.FromTable(
                    table!,
                    resamples,
                    seed,
                    confidence,
                    method
                );
                return new DriverCalculationResult
                {
                    N = table!.SampleSize,
                    DroppedRows = table.DroppedRows,
                    Analysis = outcome.IsFitted ? DriverAnalysisResult.From(outcome.Model) : null,
                    NotFitted = NotFittedResult.From(outcome),
                    Method = method,
                    Resamples = resamples,
                    Seed = seed,
                };
            },
            // The units of outcome and drivers can be too far apart for a coefficient.
            ("table", "drivers")
        );
    }

    private static DriverTable? ReadTable(DriverCalculation request, ImportanceMethod method, CalculationInput input)
    {
        double?[]? outcome = input.Member("outcome", request.Outcome);
        if (input.Member("drivers", request.Drivers) is not { } drivers || outcome is null)
        {
            return null;
        }

        int most = method == ImportanceMethod.Shapley ? MostShapleyDrivers : MostDrivers;
        if (drivers.Count == 0)
        {
            input.Add("drivers", FactErrorCodes.Required, "There is at least one driver.");
        }

        if (
            !input.AtMost("drivers", drivers.Count, most, "drivers")
            || !input.TakeRows("drivers", outcome.Length * (drivers.Count + 1L))
        )
        {
            return null;
        }

        CheckNumbers("outcome", outcome, input);
        foreach ((string name, double?[]? values) in drivers)
        {
            CheckDriver(name, values, outcome.Length, input);
        }

        return input.Compute(
            "drivers",
            () =>
                DriverTable.FromColumnsWithGaps(
                    outcome,
                    [.. drivers.Select(driver => new NamedColumnWithGaps(driver.Key, driver.Value))]
                )
        );
    }

    private static void CheckDriver(string name, double?[]? values, int rows, CalculationInput input)
    {
        string member = MemberPath.Entry("drivers", name);
        if (string.IsNullOrWhiteSpace(name))
        {
            input.Add(member, FactErrorCodes.Required, "A driver has a name.");
        }

        if (input.Member(member, values) is { } numbers)
        {
            input.RequireOnePerRow(member, numbers.Length, "outcome", rows);
            CheckNumbers(member, numbers, input);
        }
    }

    private static void CheckNumbers(string member, double?[] numbers, CalculationInput input)
    {
        int wrong = Array.FindIndex(numbers, number => number is { } known && !NumberRange.Any.Contains(known));
        if (wrong >= 0)
        {
            input.Number($"{member}[{wrong}]", numbers[wrong], NumberRange.Any);
        }
    }

    private static int ReadResamples(int? given, DriverTable? table, ImportanceMethod method, CalculationInput input)
    {
        input.WholeNumber("resamples", given, 0, MostResamples, absent: 0);
        if (table is null)
        {
            return 0;
        }

        double drivers = table.Names.Count;
        double subsets = method == ImportanceMethod.Shapley ? Math.Pow(2, drivers) : drivers;
        double work = (table.SampleSize * drivers * drivers) + (subsets * drivers * drivers);
        int most = (int)Math.Min(MostResamples, MostWork / Math.Max(1, work));
        if (given > most)
        {
            input.Add(
                "resamples",
                FactErrorCodes.TooMany,
                $"{given} resamples of {table.SampleSize} rows and {table.Names.Count} drivers take too long; at most {most} are taken."
            );
        }

        return given ?? Math.Min(KeyDrivers.DefaultResamples, most);
    }

    private static IEnumerable<double[]> Columns(DriverCalculation request) =>
        (request.Drivers?.Values ?? [])
            .Prepend(request.Outcome)
            .Select(column => Array.ConvertAll(column ?? [], number => number ?? double.NaN));
}
