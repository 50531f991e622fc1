using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CxMetrics.Api.Tests.Commands;

/// <summary>The real executable in a process of its own.</summary>
internal sealed class CommandProcess : IAsyncDisposable
{
    /// <summary>Far longer than any run takes, even on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private CommandProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public IReadOnlyList<string> OutputLines => [.. _output];

    /// <summary>Starts <c>dotnet CxMetrics.Api.dll</c>.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="settings">Settings, with colons; they go by environment variables.</param>
    public static CommandProcess Start(
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        string program = Path.Combine(AppContext.BaseDirectory, "CxMetrics.Api.dll");
        return Start(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            folder,
            [program, .. arguments],
            settings
        );
    }

    /// <summary>Starts the executable and waits for its end.</summary>
    public static async Task<CommandResult> RunAsync(
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        await using CommandProcess process = Start(folder, arguments, settings);
        return await process.WaitForExitAsync();
    }

    /// <summary>Runs a line through the shell, as somebody would who pastes it.</summary>
    public static async Task<CommandResult> RunInShellAsync(string folder, string line)
    {
        await using CommandProcess process = Start("/bin/sh", folder, ["-c", line], settings: null);
        return await process.WaitForExitAsync();
    }

    /// <summary>Waits for a line of output that begins so.</summary>
    public async Task<string> WaitForLineAsync(string beginning)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            bool isOver = _process.HasExited || waited.Elapsed > Timeout;
            if (_output.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            isOver.Should().BeFalse("there should be a line '{0}', but: {1}", beginning, Result(exitCode: -1));
            await Task.Delay(50);
        }
    }

    public async Task<CommandResult> WaitForExitAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            // Also waits for the last of the output.
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The process did not end: {Result(exitCode: -1)}");
        }

        return Result(_process.ExitCode);
    }

    /// <summary>Asks the process to end, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        string id = _process.Id.ToString(CultureInfo.InvariantCulture);
        CommandResult sent = await RunInShellAsync(Path.GetTempPath(), $"kill -TERM {id}");
        sent.ExitCode.Should().Be(0, sent.Errors);
    }

    /// <summary>Ends the process at once (kill -9): nothing in it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static CommandProcess Start(
        string program,
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? settings
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new CommandProcess(start);
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private CommandResult Result(int exitCode) => new(exitCode, string.Join('\n', _output), string.Join('\n', _errors));
}
