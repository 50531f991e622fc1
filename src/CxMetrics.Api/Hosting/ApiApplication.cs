using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CxMetrics.Api.Calculations;
using CxMetrics.Api.Health;
using CxMetrics.Api.Metrics;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Responses;
using CxMetrics.Api.Surveys;
using CxMetrics.Ingestion;
using CxMetrics.Storage;
using Microsoft.Extensions.Options;

namespace CxMetrics.Api.Hosting;

/// <summary>Puts the service together.</summary>
internal static class ApiApplication
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>
    /// Settings are read once. The framework would watch the program's folder with everything below it for changes, and be told of
    /// every write to a database that lies there: 8 % of the processor time of single posts.
    /// </summary>
    public const string WatchNoSettings = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Creates the service, ready to run.</summary>
    /// <param name="configure">Last word on settings and services, for commands and tests.</param>
    public static WebApplication Create(Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            // Settings lie beside the program; data and files named on the command line where the user stands.
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [WatchNoSettings] }
        );
        configure?.Invoke(builder);
        UseDefaultAddress(builder);
        AddServices(builder);
        WebApplication app = builder.Build();
        MapPipeline(app);
        return app;
    }

    /// <summary>What commands without HTTP need: the ingest path and the store.</summary>
    public static void AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<ReportingOptions>()
            .Bind(configuration.GetSection(ReportingOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(provider =>
            provider.GetRequiredService<IOptions<ReportingOptions>>().Value.CreateCalendar()
        );
        services.AddIngestion(configuration);
        services.AddStorage(configuration);
    }

    private static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        string[] addressSettings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];
        bool hasAddress = Array.Exists(addressSettings, setting => builder.Configuration.GetSection(setting).Exists());
        if (!hasAddress)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.ConfigureHttpJsonOptions(json => ConfigureJson(json.SerializerOptions));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = FrameworkProblems.Complete);
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddCore(builder.Configuration);
        services.AddSingleton<MetricCatalogue>();
        services.AddSingleton<MetricQueryBinder>();
        services.AddSingleton<MetricReader>();
        services.AddApiDescription();
    }

    private static void MapPipeline(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapApiDescription();
        app.MapHealth();
        app.MapResponses();
        app.MapSurveys();
        app.MapMetrics();
        app.MapCalculations();
    }

    private static void ConfigureJson(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcInstantConverter());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        // Answers are JSON, never spliced into HTML: text in any language stays readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
