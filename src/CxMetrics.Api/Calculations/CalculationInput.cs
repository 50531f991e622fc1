using CxMetrics.Api.Hosting;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

/// <summary>Checks the numbers of a calculation and collects what is wrong, by member.</summary>
internal sealed class CalculationInput
{
    /// <summary>More values belong into the store, or into the library itself.</summary>
    public const int MaximumValues = 1_000_000;

    private readonly List<FactError> _errors = [];

    public IReadOnlyList<FactError> Errors => _errors;

    public bool IsValid => _errors.Count == 0;

    public void Add(string member, string code, string message) => _errors.Add(new FactError(member, code, message));

    public double Confidence(CalculationRequest request)
    {
        double level = request.Confidence ?? Hosting.Confidence.Default;
        if (level is not (>= Hosting.Confidence.Minimum and <= Hosting.Confidence.Maximum))
        {
            Add(
                "confidence",
                FactErrorCodes.OutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{level} is not between {Hosting.Confidence.Minimum} and {Hosting.Confidence.Maximum}."
                )
            );
        }

        return level;
    }

    public TMethod Method<TMethod>(CalculationRequest request, MethodNames<TMethod> methods)
        where TMethod : struct, Enum
    {
        string name = request.Method ?? methods.Default;
        if (methods.Contains(name))
        {
            return methods.Parse(name);
        }

        Add("method", FactErrorCodes.UnknownValue, $"'{name}' is none of {string.Join(", ", methods.Names)}.");
        return default;
    }

    public long Count(string member, long? given)
    {
        if (given is null)
        {
            Add(member, FactErrorCodes.Required, $"{member} is missing.");
        }
        else if (given is < 0 or > MaximumCount)
        {
            Add(member, FactErrorCodes.OutOfRange, $"{given} is not a count: 0 to {MaximumCount}.");
        }

        return given ?? 0;
    }

    /// <summary>The distribution of scores or counts; null when something is wrong with them.</summary>
    public RatingDistribution? Distribution(
        IReadOnlyList<int>? scores,
        IReadOnlyDictionary<string, long>? counts,
        RatingScale scale
    )
    {
        if ((scores is null) == (counts is null))
        {
            Add(
                "scores",
                scores is null ? FactErrorCodes.Required : FactErrorCodes.TooMany,
                scores is null ? "Give scores or counts." : "Give scores or counts, not both."
            );
            return null;
        }

        return scores is not null ? FromScores(scores, scale) : FromCounts(counts!, scale);
    }

    public RatingScale Scale(Responses.AnswerScaleBody? given, RatingScale absent)
    {
        if (given is null)
        {
            return absent;
        }

        long points = (long)given.Max - given.Min + 1;
        if (points is >= 2 and <= RatingScale.MaximumPoints)
        {
            return new RatingScale(given.Min, given.Max, given.Direction);
        }

        Add(
            "scale",
            FactErrorCodes.OutOfRange,
            $"A scale has 2 to {RatingScale.MaximumPoints} points; {given.Min} to {given.Max} has {points}."
        );
        return absent;
    }

    /// <summary>Counts up to this add up without overflow in every formula.</summary>
    private const long MaximumCount = 1_000_000_000_000;

    private RatingDistribution? FromScores(IReadOnlyList<int> scores, RatingScale scale)
    {
        if (scores.Count > MaximumValues)
        {
            Add("scores", FactErrorCodes.TooMany, $"At most {MaximumValues} scores; give counts instead.");
            return null;
        }

        int[] values = [.. scores];
        int wrong = Array.FindIndex(values, score => !scale.Contains(score));
        if (wrong >= 0)
        {
            Add($"scores[{wrong}]", FactErrorCodes.OutOfRange, $"{values[wrong]} is not on the scale {scale}.");
            return null;
        }

        return RatingDistribution.FromScores(scale, values);
    }

    private RatingDistribution? FromCounts(IReadOnlyDictionary<string, long> given, RatingScale scale)
    {
        long[] counts = new long[scale.Points];
        int errorsBefore = _errors.Count;
        foreach ((string key, long count) in given)
        {
            if (
                !int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int score)
                || !scale.Contains(score)
            )
            {
                Add($"counts.{key}", FactErrorCodes.OutOfRange, $"'{key}' is not a score on the scale {scale}.");
            }
            else
            {
                counts[score - scale.Minimum] += Count($"counts.{key}", count);
            }
        }

        return _errors.Count == errorsBefore ? new RatingDistribution(scale, counts) : null;
    }
}
