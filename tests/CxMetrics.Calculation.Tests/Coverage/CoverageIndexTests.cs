using System.Reflection;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Quantiles;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Survival;
using CxMetrics.Calculation.Tests.Documentation;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The list on the page of what gives intervals leaves nothing public out.</summary>
public sealed class CoverageIndexTests
{
    private const int DeepestResult = 4;

    private static readonly HashSet<Type> Carriers =
    [
        typeof(Estimate),
        typeof(DifferenceEstimate),
        typeof(OpenEstimate),
        typeof(ConfidenceInterval),
        typeof(QuantileEstimate),
        typeof(SurvivalQuantile),
    ];

    private static readonly string[] Index =
    [
        .. File.ReadLines(DocsFolder.PathOf("metrics", "coverage.md"))
            .SkipWhile(line => line != "## Where each default is")
            .TakeWhile(line => line != "## Below nominal"),
    ];

    private static readonly string[] WithIntervals =
    [
        .. typeof(Estimate)
            .Assembly.GetExportedTypes()
            .Where(type =>
                !Carriers.Contains(type)
                && type != typeof(IntervalLimits)
                && type.Namespace != "CxMetrics.Calculation.Fitting"
            )
            .Where(GivesAnInterval)
            .Select(type => type.Name),
    ];

    [TestCaseSource(nameof(WithIntervals))]
    public void Index_OfThePage_HasEveryTypeThatGivesIntervals(string type) =>
        Index.Should().Contain(line => line.Contains($"`{type}`", StringComparison.Ordinal));

    [Test]
    public void Index_OfThePage_NamesTablesThatAreThere()
    {
        IEnumerable<string> named = Index
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(2)
            .SelectMany(line => CoverageTable.Cells(line)[2].Split("; "));
        named.Should().NotBeEmpty().And.BeSubsetOf(CoverageStudies.All.Select(study => study.Name));
    }

    private static bool GivesAnInterval(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName)
            .Any(method => (method.IsStatic || method.ReturnType != type) && Carries(method.ReturnType, DeepestResult));

    private static bool Carries(Type type, int depth)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (Carriers.Contains(bare))
        {
            return true;
        }

        return depth > 0
            && (
                bare.GetGenericArguments().Any(argument => Carries(argument, depth - 1))
                || (
                    bare.Assembly == typeof(Estimate).Assembly
                    && bare.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Any(property => Carries(property.PropertyType, depth - 1))
                )
            );
    }
}
