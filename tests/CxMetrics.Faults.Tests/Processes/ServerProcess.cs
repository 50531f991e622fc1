using System.Diagnostics;
using System.Globalization;
using CxMetrics.Api.Tests.Commands;
using CxMetrics.Faults.Tests.Databases;

namespace CxMetrics.Faults.Tests.Processes;

/// <summary>The service in a process of its own, which a test may end as it likes.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>Far longer than anything takes, even on a machine that is busy with other tests.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const string AnyPort = "http://127.0.0.1:0";

    private readonly CommandProcess _process;

    private ServerProcess(CommandProcess process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The most memory it has had at a time, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            string status = string.Create(CultureInfo.InvariantCulture, $"/proc/{Id}/status");
            string line = File.ReadLines(status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            string kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
            return 1024 * long.Parse(kilobytes.Split('\t')[^1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Starts the service on a database and waits until it serves; that it needs no help with that is part of every test.</summary>
    public static Task<ServerProcess> StartAsync(
        FaultDatabase database,
        params (string Name, string Value)[] settings
    ) => StartAsync(database.Folder, database.Settings, settings);

    public static async Task<ServerProcess> StartAsync(
        string folder,
        IReadOnlyDictionary<string, string> database,
        params (string Name, string Value)[] settings
    )
    {
        var all = new Dictionary<string, string>(database);
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        CommandProcess process = CommandProcess.Start(folder, ["serve", "--urls", AnyPort], all);
        try
        {
            string line = await process.WaitForLineAsync("CxMetrics serves at ");
            return new ServerProcess(process, new Uri(line.Split(' ')[3]));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for a condition that the service brings about.</summary>
    public async Task WaitUntilAsync(Func<bool> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            (HasExited || waited.Elapsed > Patience).Should().BeFalse("{0} should have come about", what);
            await Task.Delay(5);
        }
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>SIGTERM, without waiting for the end.</summary>
    public Task TerminateAsync() => _process.TerminateAsync();

    public Task<CommandResult> WaitForExitAsync() => _process.WaitForExitAsync();

    /// <summary>Ends it in order, and asserts that it took it so; returns what it has said meanwhile.</summary>
    public async Task<CommandResult> StopAsync()
    {
        await TerminateAsync();
        CommandResult result = await WaitForExitAsync();
        result.ExitCode.Should().Be(0, "{0}", result);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
    }
}
