using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

internal static class NpsCalculator
{
    public static CalculationResult? Calculate(NpsCalculation request, CalculationInput input)
    {
        double confidence = input.Confidence(request);
        NetScoreIntervalMethod method = input.Method(request, IntervalMethods.NetScore);
        NetPromoterBands? bands = ReadBands(request, input);
        if (!input.IsValid)
        {
            return null;
        }

        return CalculationResult.From(
            NetPromoterScore.FromBands(bands!.Value, confidence, method),
            "points",
            Breakdowns.Of(bands.Value)
        );
    }

    private static NetPromoterBands? ReadBands(NpsCalculation request, CalculationInput input)
    {
        bool hasBands = request.Promoters is not null || request.Passives is not null || request.Detractors is not null;
        if (!hasBands)
        {
            return input.Distribution(request.Scores, request.Counts, RatingScale.NetPromoter) is { } distribution
                ? NetPromoterBands.FromDistribution(distribution)
                : null;
        }

        if (request.Scores is not null || request.Counts is not null)
        {
            input.Add("promoters", FactErrorCodes.TooMany, "Give the three bands, scores or counts: one of them.");
        }

        long detractors = input.Count("detractors", request.Detractors);
        long passives = input.Count("passives", request.Passives);
        long promoters = input.Count("promoters", request.Promoters);
        return input.IsValid ? new NetPromoterBands(detractors, passives, promoters) : null;
    }
}
