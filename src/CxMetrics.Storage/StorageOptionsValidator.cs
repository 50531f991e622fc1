using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage;

/// <summary>One sentence per wrong setting, each naming the setting.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var failures = new List<string>();
        if (options.Provider != StorageProvider.Sqlite)
        {
            failures.Add($"Storage:Provider is {options.Provider}, but this version stores in SQLite only.");
        }
        else if (ConnectionStringFailure(options.ConnectionString) is { } failure)
        {
            failures.Add(failure);
        }

        if (options.QueueCapacity < 1)
        {
            failures.Add($"Storage:QueueCapacity is {options.QueueCapacity}; it must be at least 1.");
        }

        if (options.MaxGroupFacts < 1)
        {
            failures.Add($"Storage:MaxGroupFacts is {options.MaxGroupFacts}; it must be at least 1.");
        }

        if (options.BusyTimeout < TimeSpan.Zero || options.BusyTimeout > TimeSpan.FromHours(1))
        {
            failures.Add($"Storage:BusyTimeout is {options.BusyTimeout}; it must be between 00:00:00 and 01:00:00.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? ConnectionStringFailure(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            return IsFile(builder)
                ? null
                : "Storage:ConnectionString must name a file, for example \"Data Source=data/cxmetrics.db\".";
        }
        catch (ArgumentException wrong)
        {
            return $"Storage:ConnectionString is not a SQLite connection string: {wrong.Message}";
        }
    }

    // A database in memory would lose every fact it had confirmed.
    private static bool IsFile(SqliteConnectionStringBuilder builder) =>
        !string.IsNullOrWhiteSpace(builder.DataSource)
        && builder.Mode != SqliteOpenMode.Memory
        && !builder.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase);
}
