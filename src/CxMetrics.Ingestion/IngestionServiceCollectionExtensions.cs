using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxMetrics.Ingestion;

/// <summary>Registers the ingest path.</summary>
public static class IngestionServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ResponseIngestor"/> and its options; the caller adds the store.</summary>
    /// <param name="services">Where to add.</param>
    /// <param name="configuration">The whole configuration; the section <c>Ingestion</c> is read, and checked at start.</param>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<IngestionOptions>()
            .Bind(configuration.GetSection(IngestionOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ResponseIngestor>();
        return services;
    }
}
