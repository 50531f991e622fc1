using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CxMetrics.Api.Tests.Commands;

/// <summary><c>demo</c> as its users run it.</summary>
public sealed partial class DemoCommandTests
{
    private static readonly string[] Arguments = ["demo", "--urls", "http://127.0.0.1:0"];

    [Test]
    [Platform(Exclude = "Win", Reason = "The lines are for a POSIX shell, and Windows has no SIGTERM.")]
    public async Task Demo_Started_ShowsScoresAndRequestsThatWork()
    {
        using var workspace = new CommandWorkspace();
        await using var demo = CommandProcess.Start(workspace.Folder, Arguments);
        await demo.WaitForLineAsync("CxMetrics serves at ");

        string shown = string.Join('\n', demo.OutputLines);
        Headline().Matches(shown).Select(match => match.Groups["score"].Value).Should().Equal("nps", "csat", "ces");
        shown.Should().NotContain("\u001b", "the output goes to no terminal");
        string[] requests = [.. demo.OutputLines.Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];
        requests.Should().HaveCount(3);
        string[] answers = await Task.WhenAll(requests.Select(request => PasteAsync(workspace, request)));
        JsonNode.Parse(answers[0])!["rows"]!.AsArray().Should().HaveCountGreaterThan(2);
        answers[1].Should().StartWith("metric,periodStart,periodEnd,touchpoint,value,n,");
        JsonNode.Parse(answers[2])!["status"]!.GetValue<string>().Should().Be("stored");

        await demo.TerminateAsync();

        CommandResult result = await demo.WaitForExitAsync();
        result.ExitCode.Should().Be(0, result.ToString());
        result.Errors.Should().BeEmpty();
    }

    [Test]
    public async Task Demo_StartedAgain_StoresNothingTwice()
    {
        using var workspace = new CommandWorkspace();

        string first = await ShowAsync(workspace);
        string second = await ShowAsync(workspace);

        second.Should().Be(first);
        File.Exists(Path.Combine(workspace.Folder, "data", "demo.db")).Should().BeTrue();
        File.Exists(workspace.Database.File).Should().BeFalse("the demonstration has a database of its own");
    }

    private static async Task<string> ShowAsync(CommandWorkspace workspace)
    {
        await using var demo = CommandProcess.Start(workspace.Folder, Arguments);
        await demo.WaitForLineAsync("CxMetrics serves at ");
        return string.Join('\n', demo.OutputLines.Where(line => line.StartsWith('│')));
    }

    private static async Task<string> PasteAsync(CommandWorkspace workspace, string request)
    {
        CommandResult result = await CommandProcess.RunInShellAsync(workspace.Folder, request);
        result.ExitCode.Should().Be(0, result.ToString());
        return result.Output;
    }

    [GeneratedRegex(
        """^│ (?<score>\w+) +│ -?[0-9.]+( %)? +│ -?[0-9.]+( %)? to -?[0-9.]+( %)? +│ [0-9,]+ +│$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Headline();
}
