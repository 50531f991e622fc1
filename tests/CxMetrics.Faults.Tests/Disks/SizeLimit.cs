using System.Globalization;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Processes;

namespace CxMetrics.Faults.Tests.Disks;

/// <summary>The system lets the process write no file beyond the size that its log has.</summary>
internal sealed class SizeLimit : DiskTrouble
{
    private ServerProcess? _server;

    public override SqliteFaultDatabase Database { get; } = new();

    public override Task BeginAsync(ServerProcess server)
    {
        _server = server;
        return LimitAsync(new FileInfo(Database.Log).Length.ToString(CultureInfo.InvariantCulture));
    }

    public override Task EndAsync() => LimitAsync("unlimited");

    public override ValueTask DisposeAsync() => Database.DisposeAsync();

    // Only the soft limit, which its owner may raise again.
    private Task LimitAsync(string limit) =>
        RunOrSkipAsync(string.Create(CultureInfo.InvariantCulture, $"prlimit --pid {_server!.Id} --fsize={limit}:"));
}
