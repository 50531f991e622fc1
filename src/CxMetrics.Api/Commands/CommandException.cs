namespace CxMetrics.Api.Commands;

/// <summary>A command cannot go on for a reason that its user can mend. The message is the sentence to show.</summary>
internal sealed class CommandException(string message) : Exception(message);
