using CxMetrics.Domain.Facts;
using CxMetrics.Storage;
using CxMetrics.Storage.Maintenance;

namespace CxMetrics.Api.Commands;

/// <summary>Turns what a user can mend (settings, the database, a taken port) into one sentence and exit code 1.</summary>
internal static class StartGuard
{
    private const int Failure = 1;

    /// <summary>Keeps the host from logging, with its stack trace, what ends up as a sentence here. Bugs are still thrown.</summary>
    public static void Quieten(ILoggingBuilder logging) =>
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

    public static async Task<int> RunAsync(Func<Task<int>> run)
    {
        // Signals are listened to once the command has given up the thread, and opening a database can hold it for long.
        await Task.Yield();
        try
        {
            return await run();
        }
        catch (Exception exception) when (Explain(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Failure;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return Failure;
        }
    }

    private static string? Explain(Exception exception) =>
        exception switch
        {
            DatabaseRefusedException
            or StorageUnavailableException
            or BackupFailedException
            or CommandException
            or InvalidDataException => exception.Message,
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
                $"{exception.Message} Choose another address with --urls.",
            _ => WrongSettings.Explain(exception),
        };
}
