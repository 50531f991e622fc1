using System.Collections.Concurrent;
using System.Reflection;
using CxMetrics.Domain.Facts;
using Microsoft.AspNetCore.Mvc;

namespace CxMetrics.Api.Hosting;

/// <summary>Reads query parameters and collects what is wrong with them, each named with a code.</summary>
internal sealed class QueryReader(HttpRequest request)
{
    private static readonly ConcurrentDictionary<Type, HashSet<string>> KnownNames = new();

    private readonly List<FactError> _errors = [];

    public IReadOnlyList<FactError> Errors => _errors;

    public void Add(string parameter, string code, string message) =>
        _errors.Add(new FactError(parameter, code, message));

    /// <summary>Refuses parameters that <typeparamref name="TParameters"/> does not name: a typo must not change what is counted.</summary>
    public void RefuseUnknown<TParameters>()
    {
        HashSet<string> known = KnownNames.GetOrAdd(typeof(TParameters), NamesOf);
        foreach (string name in request.Query.Keys.Where(name => !known.Contains(name)))
        {
            Add(
                name,
                FactErrorCodes.UnknownMember,
                $"There is no parameter '{name}' here; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}."
            );
        }
    }

    public DateOnly? Date(string parameter, string? given)
    {
        if (given is null)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                given,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
        )
        {
            return date;
        }

        Add(parameter, FactErrorCodes.BadTimestamp, $"'{given}' is not a date; write it as 2026-01-31.");
        return null;
    }

    /// <summary>A moment that lies in the past, or is now.</summary>
    public DateTimeOffset? PastInstant(string parameter, string? given, DateTimeOffset now)
    {
        if (given is null)
        {
            return null;
        }

        if (!Instants.TryParse(given, out DateTimeOffset instant))
        {
            Add(
                parameter,
                FactErrorCodes.BadTimestamp,
                $"'{given}' is not a moment; write it as 2026-01-31T09:30:00Z or 2026-01-31T10:30:00%2B01:00."
            );
            return null;
        }

        if (instant > now)
        {
            Add(parameter, FactErrorCodes.OutOfRange, $"{given} lies in the future; nothing is known as of then.");
            return null;
        }

        return instant;
    }

    /// <summary>True or false; null when nothing was given.</summary>
    public bool? Boolean(string parameter, string? given)
    {
        switch (given)
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Add(parameter, FactErrorCodes.WrongType, $"'{given}' is neither true nor false.");
                return null;
        }
    }

    public double Number(string parameter, string? given, double absent, double minimum, double maximum)
    {
        if (given is null)
        {
            return absent;
        }

        if (!double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            Add(parameter, FactErrorCodes.WrongType, $"'{given}' is not a number.");
        }
        else if (!(number >= minimum && number <= maximum))
        {
            Add(
                parameter,
                FactErrorCodes.OutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"{given} is not between {minimum} and {maximum}.")
            );
        }

        return number;
    }

    public int Integer(string parameter, string? given, int absent, int minimum, int maximum)
    {
        if (given is null)
        {
            return absent;
        }

        if (!int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            Add(parameter, FactErrorCodes.WrongType, $"'{given}' is not a whole number.");
        }
        else if (number < minimum || number > maximum)
        {
            Add(parameter, FactErrorCodes.OutOfRange, $"{given} is not between {minimum} and {maximum}.");
        }

        return number;
    }

    public TEnum Choice<TEnum>(string parameter, string? given, TEnum absent)
        where TEnum : struct, Enum
    {
        if (given is null)
        {
            return absent;
        }

        if (TryName(given, out TEnum value))
        {
            return value;
        }

        Add(parameter, FactErrorCodes.UnknownValue, $"'{given}' is none of {Names(Enum.GetValues<TEnum>())}.");
        return absent;
    }

    public IReadOnlyList<TEnum> ChoiceList<TEnum>(string parameter, string? given, IReadOnlyList<TEnum> offered)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return [];
        }

        var chosen = new List<TEnum>();
        foreach (string name in given.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TryName(name, out TEnum value) || !offered.Contains(value))
            {
                Add(parameter, FactErrorCodes.UnknownValue, $"'{name}' is none of {Names(offered)}.");
            }
            else if (chosen.Contains(value))
            {
                Add(parameter, FactErrorCodes.DuplicateMember, $"'{name}' is named twice.");
            }
            else
            {
                chosen.Add(value);
            }
        }

        return chosen;
    }

    /// <summary>Names are camel case, as everywhere at this edge; numbers are not names.</summary>
    private static bool TryName<TEnum>(string name, out TEnum value)
        where TEnum : struct, Enum =>
        Enum.TryParse(name, ignoreCase: true, out value) && EnumNames.CamelCase(value) == name;

    private static string Names<TEnum>(IEnumerable<TEnum> values)
        where TEnum : struct, Enum => string.Join(", ", values.Select(EnumNames.CamelCase));

    private static HashSet<string> NamesOf(Type parameters) =>
        [.. parameters.GetProperties().Select(property => property.GetCustomAttribute<FromQueryAttribute>()!.Name!)];
}
