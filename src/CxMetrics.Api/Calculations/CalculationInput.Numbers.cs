using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

/// <content>Numbers and lists of them.</content>
internal sealed partial class CalculationInput
{
    /// <summary>Counts up to this add up without overflow in every formula.</summary>
    public const long MaximumCount = 1_000_000_000_000;

    /// <summary>A number that must be there.</summary>
    public double Number(string member, double? given, NumberRange range)
    {
        if (given is { } number)
        {
            return Number(member, number, range, absent: 0);
        }

        AddMissing(member);
        return 0;
    }

    /// <summary>A number, or what it is where it is absent.</summary>
    public double Number(string member, double? given, NumberRange range, double absent)
    {
        if (given is { } number && !range.Contains(number))
        {
            AddOutOfRange(member, number, range);
        }

        return given ?? absent;
    }

    /// <summary>A whole number, or what it is where it is absent.</summary>
    public int WholeNumber(string member, int? given, int minimum, int maximum, int absent)
    {
        if (given < minimum || given > maximum)
        {
            Add(member, FactErrorCodes.OutOfRange, $"{given} is not from {minimum} to {maximum}.");
        }

        return given ?? absent;
    }

    /// <summary>A count that must be there.</summary>
    public long Count(string member, long? given)
    {
        if (given is null)
        {
            AddMissing(member);
        }
        else if (given is < 0 or > MaximumCount)
        {
            Add(member, FactErrorCodes.OutOfRange, $"{given} is not a count: 0 to {MaximumCount}.");
        }

        return given ?? 0;
    }

    /// <summary>Numbers that must be there.</summary>
    public double[] Numbers(string member, double[]? given, NumberRange range)
    {
        if (!TakeRows(member, given))
        {
            return [];
        }

        CheckRange(member, given!, range);
        return given!;
    }

    /// <summary>One number for each of the rows that another list has begun; null where there is no such list.</summary>
    public double[]? NumberPerRow(string member, double[]? given, string rows, int count, NumberRange range)
    {
        if (given is null)
        {
            return null;
        }

        RequireOnePerRow(member, given.Length, rows, count);
        CheckRange(member, given, range);
        return given;
    }

    /// <summary>One weight for each of the rows that another list has begun, none negative, not all 0; null where there are none.</summary>
    public double[]? Weights(double[]? given, string rows, int count)
    {
        double[]? weights = NumberPerRow("weights", given, rows, count, NumberRange.NotNegative);
        if (weights is { Length: > 0 } && !Array.Exists(weights, weight => !(weight <= 0)))
        {
            Add("weights", FactErrorCodes.OutOfRange, "Not all weights are zero.");
        }

        return weights;
    }

    /// <summary>Counts that must be there.</summary>
    public long[] Counts(string member, long[]? given)
    {
        if (TakeRows(member, given))
        {
            CheckCounts(member, given!);
        }

        return given ?? [];
    }

    /// <summary>One count for each of the rows that another list has begun.</summary>
    public long[] CountPerRow(string member, long[]? given, string rows, int count)
    {
        if (given is null)
        {
            AddMissing(member);
            return [];
        }

        RequireOnePerRow(member, given.Length, rows, count);
        CheckCounts(member, given);
        return given;
    }

    /// <summary>Takes a list whose length counts towards the most values; false when it is missing or too long.</summary>
    public bool TakeRows<TRow>(string member, IReadOnlyCollection<TRow>? given)
    {
        if (given is null)
        {
            AddMissing(member);
            return false;
        }

        return TakeRows(member, given.Count);
    }

    /// <summary>Counts values towards the most that a call takes; false when they are too many.</summary>
    public bool TakeRows(string member, long count)
    {
        _findings.Values += count;
        if (_findings.Values <= MaximumValues)
        {
            return true;
        }

        Add(
            member,
            FactErrorCodes.TooMany,
            $"A call takes at most {MaximumValues} values; with {_path}{member} there are {_findings.Values}."
        );
        return false;
    }

    /// <summary>Refuses a list that is longer than its own limit.</summary>
    public bool AtMost(string member, long count, long most, string what)
    {
        if (count <= most)
        {
            return true;
        }

        Add(member, FactErrorCodes.TooMany, $"There are {count} {what}; at most {most} are taken.");
        return false;
    }

    /// <summary>Refuses a list that has not one element for each row of another.</summary>
    public void RequireOnePerRow(string member, int length, string rows, int count)
    {
        if (length != count)
        {
            Add(
                member,
                FactErrorCodes.OutOfRange,
                $"There is one of {_path}{member} for each of {_path}{rows}; there are {length} for {count}."
            );
        }
    }

    /// <summary>Names the first number that is out of range; one of a million is enough to see what is wrong.</summary>
    public void CheckRange(string member, ReadOnlySpan<double> numbers, NumberRange range)
    {
        for (int index = 0; index < numbers.Length; index++)
        {
            if (!range.Contains(numbers[index]))
            {
                AddOutOfRange($"{member}[{index}]", numbers[index], range);
                return;
            }
        }
    }

    private void CheckCounts(string member, ReadOnlySpan<long> counts)
    {
        int wrong = counts.IndexOfAnyExceptInRange(0, MaximumCount);
        if (wrong >= 0)
        {
            Count($"{member}[{wrong}]", counts[wrong]);
        }
    }

    // A number such as 1e400 is JSON, but no double.
    private void AddOutOfRange(string member, double number, NumberRange range) =>
        Add(
            member,
            FactErrorCodes.OutOfRange,
            double.IsFinite(number)
                ? string.Create(CultureInfo.InvariantCulture, $"{number} is not {range}.")
                : $"The number is too large; it is not {range}."
        );
}
