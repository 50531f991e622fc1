using CxMetrics.Benchmarks.Databases;
using CxMetrics.Domain.Calendar;
using CxMetrics.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxMetrics.Benchmarks.Load;

/// <summary>The service's stores in this process, without HTTP.</summary>
internal static class StorageHost
{
    public static async Task<IHost> StartAsync(IBenchmarkDatabase database, CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(
            database.ServiceSettings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
        );
        builder.Services.AddSingleton(new ReportingCalendar(TimeZoneInfo.Utc, DayOfWeek.Monday));
        builder.Services.AddStorage(builder.Configuration);
        IHost host = builder.Build();
        await host.StartAsync(cancellationToken);
        return host;
    }
}
