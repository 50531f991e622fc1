using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
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
        services.AddShared();
        // Decided once, here; a provider that is no provider is refused when the settings are validated.
        var provider = configuration.GetValue<StorageProvider>(
            $"{StorageOptions.SectionName}:{nameof(StorageOptions.Provider)}"
        );
        return provider == StorageProvider.SqlServer ? services.AddSqlServer() : services.AddSqlite();
    }

    private static void AddShared(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new DatabaseMaintenance(
                provider.GetRequiredService<IMigrator>(),
                provider.GetRequiredService<IDatabaseCheck>(),
                provider.GetRequiredService<IRebuild>()
            ))
            .AddSingleton(provider => new IngestQueue(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value.QueueCapacity
            ))
            .AddSingleton<IIngestBacklog>(provider => provider.GetRequiredService<IngestQueue>())
            .AddSingleton<IngestWorkers>()
            .AddHostedService<StorageLifetime>();

    private static IServiceCollection AddSqlite(this IServiceCollection services) =>
        services
            .AddSingleton<SqliteDatabase>()
            .AddSingleton<SqliteReaders>()
            .AddSingleton<IConnections>(provider => provider.GetRequiredService<SqliteReaders>())
            .AddSingleton<IMigrator, SqliteMigrator>()
            .AddSingleton<IDatabaseCheck, SqliteCheck>()
            .AddSingleton<IRebuild, SqliteRebuild>()
            .AddSingleton<IDatabaseBackup, SqliteBackup>()
            .AddWriters<SqliteGroupCommit>()
            .AddSingleton<IResponseStore, SqliteResponseStore>()
            .AddSingleton<ISurveyStore, SqliteSurveyStore>()
            .AddSingleton<IRatingStatisticsStore, SqliteRatingStatisticsStore>();

    private static IServiceCollection AddSqlServer(this IServiceCollection services) =>
        services
            .AddSingleton<SqlServerDatabase>()
            .AddSingleton<StoragePipelines>()
            .AddSingleton<SqlServerTransactions>()
            .AddSingleton<SqlServerReaders>()
            .AddSingleton<IConnections>(provider => provider.GetRequiredService<SqlServerReaders>())
            .AddSingleton<SqlServerSetup>()
            .AddSingleton<IMigrator, SqlServerMigrator>()
            .AddSingleton<IDatabaseCheck, SqlServerCheck>()
            .AddSingleton<IRebuild, SqlServerRebuild>()
            .AddSingleton<IDatabaseBackup, SqlServerBackup>()
            .AddSingleton<SqlServerResponseKeys>()
            .AddSingleton<SqlServerWriteSessions>()
            .AddWriters<SqlServerGroupCommit>()
            .AddSingleton<Func<IWriteSession>>(provider => provider.GetRequiredService<SqlServerWriteSessions>().Open)
            .AddSingleton<IResponseStore, SqlServerResponseStore>()
            .AddSingleton<ISurveyStore, SqlServerSurveyStore>()
            .AddSingleton<IRatingStatisticsStore, SqlServerRatingStatisticsStore>();

    // A writer belongs to its worker, which drains the queue first: the container would dispose of it before that.
    private static IServiceCollection AddWriters<TGroupCommit>(this IServiceCollection services)
        where TGroupCommit : IGroupCommit =>
        services.AddSingleton<Func<IGroupCommit>>(provider =>
            () => ActivatorUtilities.CreateInstance<TGroupCommit>(provider)
        );
}
