using CxMetrics.Domain.Facts;
using CxMetrics.Storage;
using Microsoft.Extensions.Options;

namespace CxMetrics.Api.Commands;

/// <summary>Turns what a user can mend (settings, the database, a taken port) into one sentence and exit code 1.</summary>
internal static class StartGuard
{
    private const int Failure = 1;

    public static async Task<int> RunAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OptionsValidationException exception)
        {
            return await SayAsync(string.Join(Environment.NewLine, exception.Failures));
        }
        catch (Exception exception)
            when (exception
                    is DatabaseRefusedException
                        or StorageUnavailableException
                        or CommandException
                        or InvalidDataException
            )
        {
            return await SayAsync(exception.Message);
        }
        catch (IOException exception)
            when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await SayAsync($"{exception.Message} Choose another address with --urls.");
        }
        catch (OperationCanceledException)
        {
            return Failure;
        }
    }

    private static async Task<int> SayAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Failure;
    }
}
