using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Processes;

namespace CxMetrics.Faults.Tests.Disks;

/// <summary>The database and its log are immutable: unlike the permission bits that also binds whoever has them open, and an administrator.</summary>
internal sealed class ReadOnlyFiles : DiskTrouble
{
    private bool _isOn;

    public override SqliteFaultDatabase Database { get; } = new();

    public override async Task BeginAsync(ServerProcess server)
    {
        await RunOrSkipAsync($"chattr +i {Files()}");
        _isOn = true;
    }

    public override async Task EndAsync()
    {
        await RunOrSkipAsync($"chattr -i {Files()}");
        _isOn = false;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isOn)
        {
            await EndAsync();
        }

        await Database.DisposeAsync();
    }

    private string Files() =>
        string.Join(' ', new[] { Database.File, Database.Log }.Where(File.Exists).Select(file => $"'{file}'"));
}
