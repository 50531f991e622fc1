using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace CxMetrics.Api.Commands;

/// <summary>The commands of the executable.</summary>
internal static class CommandLine
{
    /// <summary>Longer than the host waits for open requests, so that a signal never cuts off its orderly end.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(string[] args)
    {
        using PosixSignalRegistration? survival = FileSizeLimit.Survive();
        var root = new RootCommand(
            "CxMetrics: customer-experience metrics with their uncertainty. Without a command it serves."
        )
        {
            ServeCommand.Create(),
            DemoCommand.Create(),
            ImportCommand.Create(),
            DatabaseCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(url: null, cancellationToken));
        ParseResult result = root.Parse(args);
        if (result.Action is ParseErrorAction error)
        {
            // A page of help would push the sentence that says what is wrong off the screen.
            error.ShowHelp = false;
        }

        return await result.InvokeAsync(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationTimeout,
            }
        );
    }
}
