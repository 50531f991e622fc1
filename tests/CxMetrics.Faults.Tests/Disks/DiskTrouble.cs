using CxMetrics.Api.Tests.Commands;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Processes;

namespace CxMetrics.Faults.Tests.Disks;

/// <summary>Something that keeps a SQLite database from being written, and can be ended.</summary>
internal abstract class DiskTrouble : IAsyncDisposable
{
    public abstract SqliteFaultDatabase Database { get; }

    /// <summary>Prepares a trouble; skips the test, with the reason, where the machine does not allow it.</summary>
    public static async Task<DiskTrouble> PrepareAsync(DiskTroubleKind kind)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore($"{kind}: disks are troubled with the tools of Linux.");
        }

        return kind switch
        {
            DiskTroubleKind.Full => await FullDisk.MountAsync(),
            DiskTroubleKind.SizeLimit => new SizeLimit(),
            DiskTroubleKind.ReadOnly => new ReadOnlyFiles(),
        };
    }

    /// <summary>Lets the trouble begin; again, for whatever came about since.</summary>
    /// <param name="server">The process whose database it is.</param>
    public abstract Task BeginAsync(ServerProcess server);

    public abstract Task EndAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs a line of shell; skips the test when the machine refuses it.</summary>
    protected static async Task RunOrSkipAsync(string line)
    {
        CommandResult result = await CommandProcess.RunInShellAsync(Path.GetTempPath(), line);
        if (result.ExitCode != 0)
        {
            Assert.Ignore($"`{line}` is refused here: {result.Errors}");
        }
    }
}
