using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxMetrics.Ingestion.Tests;

public class IngestionRegistrationTests
{
    [Test]
    public void AddIngestion_WithoutSettings_HasTheDocumentedDefaults()
    {
        using ServiceProvider services = Build([]);
        services.GetRequiredService<ResponseIngestor>().Should().NotBeNull();
        services
            .GetRequiredService<IOptions<IngestionOptions>>()
            .Value.Should()
            .BeEquivalentTo(
                new
                {
                    MaxBodyBytes = 16_777_216L,
                    MaxBulkBytes = 1_073_741_824L,
                    MaxBatchFacts = 10_000,
                    MaxLineBytes = 1_048_576,
                    BulkChunkFacts = 20_000,
                    MaxReportedErrors = 100,
                }
            );
    }

    [Test]
    public void AddIngestion_WithSettings_TakesThem()
    {
        using ServiceProvider services = Build([new("Ingestion:MaxBulkBytes", "8000000000")]);
        services.GetRequiredService<IOptions<IngestionOptions>>().Value.MaxBulkBytes.Should().Be(8_000_000_000);
    }

    [TestCase("MaxBodyBytes", "0")]
    [TestCase("MaxBulkBytes", "-1")]
    [TestCase("MaxBatchFacts", "0")]
    [TestCase("MaxLineBytes", "10")]
    [TestCase("BulkChunkFacts", "0")]
    [TestCase("MaxReportedErrors", "-1")]
    public void AddIngestion_SettingOutOfRange_StopsTheStartAndNamesIt(string setting, string value)
    {
        using ServiceProvider services = Build([new($"Ingestion:{setting}", value)]);
        services
            .GetRequiredService<IStartupValidator>()
            .Invoking(validator => validator.Validate())
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage($"*{setting}*");
    }

    private static ServiceProvider Build(KeyValuePair<string, string?>[] settings) =>
        new ServiceCollection()
            .AddSingleton<IResponseStore, MemoryResponseStore>()
            .AddIngestion(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
}
