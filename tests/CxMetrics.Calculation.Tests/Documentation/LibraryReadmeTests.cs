using System.Globalization;
using System.Runtime.CompilerServices;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Survival;
using FluentAssertions.Execution;

namespace CxMetrics.Calculation.Tests.Documentation;

/// <summary>The calls that the library's README shows are made here as they stand there, and give what it says.</summary>
public sealed class LibraryReadmeTests
{
    private static readonly string Readme = string.Join(
        ' ',
        File.ReadAllText(DocsFolder.PathOf("..", "src", "CxMetrics.Calculation", "README.md"))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
    );

    [Test]
    public void Readme_CallsOfTheTour_GiveWhatItSays()
    {
        using AssertionScope scope = new();
        NetPromoterBands before = new(20, 30, 50);
        NetPromoterBands now = new(15, 30, 75);
        Shows(NetPromoterScore.FromBands(now));

        Comparison change = Comparison.OfNetPromoterScores(before, now);
        Shows(change.Difference);
        Shows(change.Verdict);

        SurvivalCurve curve = SurvivalCurve.FromTimes([30, 60, 75, 90, 90], [true, false, true, true, false]);
        Shows(curve.At(60).Estimate);

        Shows(NetRevenueRetention.FromAccounts([100, 200, 50, 150], [120, 200, 0, 100]));

        Shows(BgNbd.Fit([new CustomerHistory(0, 0, 30, 0)]).Reason);
    }

    private static void Shows(Estimate estimate, [CallerArgumentExpression(nameof(estimate))] string call = "") =>
        Says(call, string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.000}, {Limits(estimate.Interval)}"));

    private static void Shows(
        DifferenceEstimate difference,
        [CallerArgumentExpression(nameof(difference))] string call = ""
    ) =>
        Says(
            call,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{difference.Value:0.000}, {Limits(difference.Interval)}, p = {difference.PValue:0.000}"
            )
        );

    private static void Shows<T>(T answer, [CallerArgumentExpression(nameof(answer))] string call = "") =>
        Says(call, string.Create(CultureInfo.InvariantCulture, $"{answer}"));

    private static string Limits(ConfidenceInterval? interval) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{interval!.Value.Lower:0.000} to {interval.Value.Upper:0.000} ({interval.Value.Method})"
        );

    private static void Says(string call, string answer) => Readme.Should().Contain($"{call}; // {answer}");
}
