namespace CxMetrics.Api.Tests.Commands;

/// <summary>How a run of the executable ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}, output:\n{Output}\nerrors:\n{Errors}";
}
