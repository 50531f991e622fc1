using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Maintenance;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Responses;
using CxMetrics.Storage.Statistics;
using CxMetrics.Storage.Surveys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage;

public static class StorageServiceCollectionExtensions
{
    /// <summary>Adds the stores, and the service that migrates the database at start and answers every caller before it stops.</summary>
    /// <param name="services">Must also hold the reporting calendar.</param>
    /// <param name="configuration">The whole configuration; the section <c>Storage</c> is read.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.SectionName))
            .ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>()
        );
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSqlite();
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services) =>
        services
            .AddSingleton<SqliteDatabase>()
            .AddSingleton<SqliteReaders>()
            .AddSingleton<SqliteMigrator>()
            .AddSingleton<SqliteCheck>()
            .AddSingleton<SqliteRebuild>()
            .AddSingleton<IDatabaseBackup>(CreateBackup)
            .AddSingleton(provider => new DatabaseMaintenance(
                provider.GetRequiredService<SqliteMigrator>(),
                provider.GetRequiredService<SqliteCheck>(),
                provider.GetRequiredService<SqliteRebuild>()
            ))
            .AddSingleton(provider => new IngestQueue(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value.QueueCapacity
            ))
            .AddSingleton<IIngestBacklog>(provider => provider.GetRequiredService<IngestQueue>())
            .AddSingleton<IGroupCommit, SqliteGroupCommit>()
            .AddSingleton<IngestWorker>()
            .AddSingleton<IResponseStore, SqliteResponseStore>()
            .AddSingleton<ISurveyStore, SqliteSurveyStore>()
            .AddSingleton<IRatingStatisticsStore, SqliteRatingStatisticsStore>()
            .AddHostedService<StorageLifetime>();

    private static IDatabaseBackup CreateBackup(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider switch
        {
            StorageProvider.Sqlite => ActivatorUtilities.CreateInstance<SqliteBackup>(provider),
            StorageProvider.SqlServer => new SqlServerBackup(),
        };
}
