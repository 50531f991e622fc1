using CxMetrics.Api.Calculations.Survival;
using CxMetrics.Api.Results;
using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Survival;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations.Differences;

internal static class SurvivalDifferenceCalculator
{
    /// <summary>The test takes time in the square of the groups at every event.</summary>
    public const int MostGroups = 20;

    public static SurvivalDifferenceResult? Calculate(SurvivalDifferenceCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request.Confidence);
        SurvivalIntervalMethod method = input.Method(request.Method, IntervalMethods.Survival);
        double? horizon = SurvivalCalculator.ReadHorizon(request.Horizon, input);
        double smallestEffect = request.ReadSmallestEffect(input, absent: 0);
        SurvivalCurve[] curves = ReadCurves(request, input);
        if (!input.IsValid)
        {
            return null;
        }

        LogRankResult logRank = LogRank.FromCurves(curves);
        SurvivalGroupResult[] groups =
        [
            .. curves.Select(
                (curve, index) =>
                    new SurvivalGroupResult
                    {
                        Name = request.Groups![index].Name!,
                        N = curve.Subjects,
                        Events = curve.Events,
                        ExpectedEvents = logRank.Groups[index].Expected,
                        Median = OpenResult.From(curve.Median(confidence, method)),
                        RestrictedMean = SurvivalCalculator.MeanTo(horizon, curve, confidence),
                    }
            ),
        ];
        return new SurvivalDifferenceResult
        {
            LogRank = LogRankTestResult.From(logRank),
            PetoPeto = LogRankTestResult.From(LogRank.FromCurves(curves, LogRankWeighting.PetoPeto)),
            Groups = groups,
            RestrictedMeanDifference =
                curves.Length == 2 && horizon is { } end
                    ? DifferenceResult.From(
                        Comparison.FromDifference(
                            RestrictedMean.Difference(curves[0], curves[1], end, confidence),
                            smallestEffect
                        ),
                        Units.Value,
                        groups[0].RestrictedMean!,
                        groups[1].RestrictedMean!
                    )
                    : null,
        };
    }

    private static SurvivalCurve[] ReadCurves(SurvivalDifferenceCalculation request, CalculationInput input)
    {
        if (input.Member("groups", request.Groups) is not { } groups || !input.HasEvery("groups", groups))
        {
            return [];
        }

        if (groups.Count is < 2 or > MostGroups)
        {
            input.Add(
                "groups",
                groups.Count < 2 ? FactErrorCodes.Required : FactErrorCodes.TooMany,
                $"A comparison takes 2 to {MostGroups} groups; there are {groups.Count}."
            );
            return [];
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var curves = new List<SurvivalCurve>();
        for (int index = 0; index < groups.Count; index++)
        {
            CalculationInput group = input.Within($"groups[{index}]");
            CheckName(groups[index].Name, names, group);
            if (groups[index].ReadCurve(group) is { } curve)
            {
                curves.Add(curve);
            }
        }

        return [.. curves];
    }

    private static void CheckName(string? name, HashSet<string> others, CalculationInput group)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            group.AddMissing("name");
        }
        else if (!others.Add(name))
        {
            group.Add("name", FactErrorCodes.DuplicateMember, $"'{name}' is the name of two groups.");
        }
    }
}
