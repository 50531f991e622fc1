using System.Runtime.InteropServices;

namespace CxMetrics.Api.Commands;

/// <summary>Keeps the process alive where the system limits the size of files (<c>ulimit -f</c>, service managers).</summary>
internal static class FileSizeLimit
{
    // The framework has no name for it; the number is the same on every Unix that it runs on.
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    /// <summary>Beyond the limit a write fails and senders are told; without this a signal would end the process before that.</summary>
    /// <returns>Holds as long as it is not disposed; null where there is no such signal.</returns>
    public static PosixSignalRegistration? Survive() =>
        OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create(FileSizeExceeded, static context => context.Cancel = true);
}
