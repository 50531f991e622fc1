using CxMetrics.Api.Tests.Commands;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Processes;

namespace CxMetrics.Faults.Tests.Disks;

/// <summary>A small file system in memory, filled to its last byte by somebody else's file.</summary>
internal sealed class FullDisk : DiskTrouble
{
    private readonly string _folder;

    private FullDisk(string folder)
    {
        _folder = folder;
        Database = new SqliteFaultDatabase(folder);
    }

    public override SqliteFaultDatabase Database { get; }

    public string Folder => _folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Mounts it, which takes the rights of an administrator.</summary>
    public static async Task<FullDisk> MountAsync()
    {
        string folder = Directory.CreateTempSubdirectory("cxmetrics-disk-").FullName;
        try
        {
            await RunOrSkipAsync($"mount -t tmpfs -o size=128m tmpfs '{folder}'");
            return new FullDisk(folder);
        }
        catch
        {
            Directory.Delete(folder);
            throw;
        }
    }

    public override Task BeginAsync(ServerProcess server)
    {
        Fill();
        return Task.CompletedTask;
    }

    /// <summary>Leaves no space at all.</summary>
    public void Fill()
    {
        using FileStream filler = new(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        int size = 1 << 20;
        byte[] zeros = new byte[size];
        while (size > 0)
        {
            try
            {
                filler.Write(zeros, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public override Task EndAsync()
    {
        File.Delete(Filler);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        CommandResult result = await CommandProcess.RunInShellAsync(Path.GetTempPath(), $"umount -l '{_folder}'");
        result.ExitCode.Should().Be(0, "{0}", result);
        Directory.Delete(_folder);
    }
}
