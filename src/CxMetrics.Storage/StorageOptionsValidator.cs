using Microsoft.Extensions.Options;

namespace CxMetrics.Storage;

/// <summary>One sentence per wrong setting, each naming the setting.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const int MostWriters = 16;

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        string[] failures = [.. FindFailures(options).OfType<string>()];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string?> FindFailures(StorageOptions options)
    {
        yield return FindConnectionFailure("Storage:ConnectionString", options, options.ConnectionString);
        yield return FindReadConnectionFailure(options);
        yield return FindWritersFailure(options);
        if (options.QueueCapacity < 1)
        {
            yield return $"Storage:QueueCapacity is {options.QueueCapacity}; it must be at least 1.";
        }

        if (options.MaxGroupFacts < 1)
        {
            yield return $"Storage:MaxGroupFacts is {options.MaxGroupFacts}; it must be at least 1.";
        }

        if (options.BusyTimeout < TimeSpan.Zero || options.BusyTimeout > TimeSpan.FromHours(1))
        {
            yield return $"Storage:BusyTimeout is {options.BusyTimeout}; it must be between 00:00:00 and 01:00:00.";
        }
    }

    private static string? FindConnectionFailure(string setting, StorageOptions options, string connectionString) =>
        options.Provider switch
        {
            StorageProvider.Sqlite => ConnectionStrings.FindSqliteFailure(setting, connectionString),
            StorageProvider.SqlServer => ConnectionStrings.FindSqlServerFailure(setting, connectionString),
        };

    private static string? FindReadConnectionFailure(StorageOptions options)
    {
        const string setting = "Storage:ReadConnectionString";
        if (options.ReadConnectionString is not { } connectionString)
        {
            return null;
        }

        return options.Provider == StorageProvider.Sqlite
            ? $"{setting} is for SQL Server; a SQLite file is read where it is written."
            : FindConnectionFailure(setting, options, connectionString);
    }

    private static string? FindWritersFailure(StorageOptions options)
    {
        if (options.Provider == StorageProvider.Sqlite && options.Writers is not (null or 1))
        {
            return $"Storage:Writers is {options.Writers}; a SQLite file takes one writer, so it must be 1 or absent.";
        }

        return options.Writers is < 1 or > MostWriters
            ? $"Storage:Writers is {options.Writers}; it must be between 1 and {MostWriters}."
            : null;
    }
}
