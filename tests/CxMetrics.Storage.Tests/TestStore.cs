using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Maintenance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxMetrics.Storage.Tests;

/// <summary>A process with a store: what the executable builds, without the web.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestStore(ServiceProvider services) => _services = services;

    public IResponseStore Responses => _services.GetRequiredService<IResponseStore>();

    public IRatingStatisticsStore Statistics => _services.GetRequiredService<IRatingStatisticsStore>();

    public ISurveyStore Surveys => _services.GetRequiredService<ISurveyStore>();

    public DatabaseMaintenance Maintenance => _services.GetRequiredService<DatabaseMaintenance>();

    public IIngestBacklog Backlog => _services.GetRequiredService<IIngestBacklog>();

    /// <summary>Builds the process without starting it, as the maintenance commands do.</summary>
    public static TestStore Build(
        IEnumerable<KeyValuePair<string, string?>> settings,
        string timeZone = "UTC",
        TimeProvider? clock = null
    )
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(new ReportingCalendar(TimeZoneInfo.FindSystemTimeZoneById(timeZone), DayOfWeek.Monday));
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddStorage(configuration);
        return new TestStore(services.BuildServiceProvider(validateScopes: true));
    }

    public async Task StartAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async Task<AppendOutcome> AppendAsync(SurveyResponse response)
    {
        AppendResult result = await Responses.AppendAsync([response], WhenFull.Wait, CancellationToken.None);
        result.Status.Should().Be(AppendStatus.Committed);
        return result.Outcomes.Single();
    }

    public async Task<IReadOnlyList<AppendOutcomeKind>> AppendAllAsync(params SurveyResponse[] responses)
    {
        AppendResult result = await Responses.AppendAsync(responses, WhenFull.Wait, CancellationToken.None);
        result.Status.Should().Be(AppendStatus.Committed);
        return [.. result.Outcomes.Select(outcome => outcome.Kind)];
    }

    public async Task<ErasureOutcome> EraseAsync(string id, string source = "api")
    {
        ErasureResult result = await Responses.EraseAsync(source, id, CancellationToken.None);
        result.Status.Should().Be(AppendStatus.Committed);
        return result.Outcome;
    }

    public async Task<DeclarationResult> DeclareAsync(
        string survey,
        SurveyKind? kind = null,
        params QuestionDeclaration[] questions
    )
    {
        DeclarationResult result = await Surveys.DeclareAsync(
            new SurveyDeclaration(survey, kind, Title: null, questions),
            CancellationToken.None
        );
        result.Status.Should().Be(AppendStatus.Committed);
        return result;
    }

    public Task<StoredResponse?> FindAsync(SurveyResponse response, DateTimeOffset? asOf = null) =>
        Responses.FindAsync(response.Source, response.Id, asOf, CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
