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
        return services;
    }
}
