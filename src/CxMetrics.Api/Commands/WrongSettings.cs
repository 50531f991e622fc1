using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxMetrics.Api.Commands;

/// <summary>Says what is wrong with the settings in words of the settings, not of the types that hold them.</summary>
internal static partial class WrongSettings
{
    /// <summary>Reads an exception of the start.</summary>
    /// <returns>One sentence per wrong setting; null when the exception is about something else.</returns>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures.Select(Unwrap)),
            AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
                string.Join(Environment.NewLine, several.InnerExceptions.Select(Explain)),
            InvalidOperationException when Conversion().Match(exception.Message) is { Success: true } match =>
                DescribeValue(match),
            _ => null,
        };

    /// <summary>The framework puts the name of the options type around what an attribute says.</summary>
    private static string Unwrap(string failure) =>
        Annotation().Match(failure) is { Success: true } match ? match.Groups["message"].Value : failure;

    private static string DescribeValue(Match match)
    {
        string type = match.Groups["type"].Value;
        Type? choice = AppDomain
            .CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(type))
            .FirstOrDefault(found => found is { IsEnum: true });
        string expected = choice is null
            ? "which is not a value of its kind"
            : $"which is not one of {string.Join(", ", Enum.GetNames(choice))}";
        return $"{match.Groups["path"].Value} is '{match.Groups["value"].Value}', {expected}.";
    }

    // The binder throws a general exception for a value that is not of the setting's type; its text is all there is to go by.
    [GeneratedRegex(
        "^Failed to convert configuration value '(?<value>.*)' at '(?<path>[^']+)' to type '(?<type>[^']+)'",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Conversion();

    [GeneratedRegex(
        "^DataAnnotation validation failed for .* with the error: '(?<message>.*)'\\.$",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Annotation();
}
