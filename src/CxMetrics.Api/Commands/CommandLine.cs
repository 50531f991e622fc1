using System.CommandLine;

namespace CxMetrics.Api.Commands;

/// <summary>The commands of the executable.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
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
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
