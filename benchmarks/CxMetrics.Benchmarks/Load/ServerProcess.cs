using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CxMetrics.Benchmarks.Databases;

namespace CxMetrics.Benchmarks.Load;

/// <summary>A server in a process of its own, so that its processor time and memory can be told from the client's.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    // Port 0 lets the system choose a free one; the server's first line says which.
    private const string AnyPort = "http://127.0.0.1:0";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task _output;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        // A full pipe would stop the server.
        _output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public Uri Address { get; }

    public TimeSpan ProcessorTime => Refreshed.TotalProcessorTime;

    /// <summary>The most memory it has had at a time, in bytes.</summary>
    public long PeakMemory => ReadStatus("VmHWM:") ?? Refreshed.PeakWorkingSet64;

    /// <summary>The memory it has now, in bytes.</summary>
    public long Memory => ReadStatus("VmRSS:") ?? Refreshed.WorkingSet64;

    private Process Refreshed
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    /// <summary>The service itself, on a database that is made if it is missing.</summary>
    public static Task<ServerProcess> StartServiceAsync(
        IBenchmarkDatabase database,
        CancellationToken cancellationToken
    ) => StartAsync(ServiceStart(database, "serve", "--urls", AnyPort), cancellationToken);

    /// <summary>The endpoint that stores nothing.</summary>
    public static Task<ServerProcess> StartBareEndpointAsync(CancellationToken cancellationToken) =>
        StartAsync(
            Start(typeof(ServerProcess).Assembly.Location, "bare-endpoint", "--urls", AnyPort),
            cancellationToken
        );

    /// <summary>Makes a database with the service's own schema.</summary>
    public static async Task MigrateAsync(IBenchmarkDatabase database, CancellationToken cancellationToken)
    {
        using Process process = Process.Start(ServiceStart(database, "db", "migrate"))!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The database could not be made. {output}");
        }
    }

    /// <summary>Ends the process at once, as a crash would: what it has acknowledged must be in the database all the same.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
    }

    private long? ReadStatus(string name)
    {
        string status = $"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status";
        if (!File.Exists(status))
        {
            return null;
        }

        string line = File.ReadLines(status).First(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(Number().Match(line).ValueSpan, CultureInfo.InvariantCulture);
    }

    private static async Task<ServerProcess> StartAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        Process process = Process.Start(start)!;
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(StartTimeout);
            string? line = await process.StandardOutput.ReadLineAsync(timeout.Token);
            return line is not null && Url().Match(line) is { Success: true } url
                ? new ServerProcess(process, new Uri(url.Value))
                : throw new InvalidOperationException($"The server did not say where it serves, but: {line}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    private static ProcessStartInfo ServiceStart(IBenchmarkDatabase database, params string[] arguments)
    {
        ProcessStartInfo start = Start(Path.Combine(AppContext.BaseDirectory, "CxMetrics.Api.dll"), arguments);
        foreach ((string name, string value) in database.ServiceSettings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        // 5 M lines are more than the default allows in one body.
        start.Environment["Ingestion__MaxBulkBytes"] = (8L << 30).ToString(CultureInfo.InvariantCulture);
        return start;
    }

    private static ProcessStartInfo Start(string assembly, params string[] arguments) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };

    [GeneratedRegex(@"https?://[0-9.]+:[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
