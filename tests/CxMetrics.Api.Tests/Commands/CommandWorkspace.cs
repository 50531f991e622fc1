using System.IO.Compression;
using System.Text;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Commands;

/// <summary>A folder with a database and the files of one test, and the executable run in it.</summary>
internal sealed class CommandWorkspace : IDisposable
{
    public TemporaryDatabase Database { get; } = new();

    public string Folder => Database.Folder;

    /// <summary>Writes a file into the folder; gzipped if it is named so.</summary>
    public void Write(string name, string content)
    {
        using FileStream file = File.Create(Path.Combine(Folder, name));
        using Stream target = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionLevel.Fastest)
            : file;
        target.Write(Encoding.UTF8.GetBytes(content));
    }

    /// <summary>Runs the executable on the database.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) =>
        RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Runs the executable on the database, with further settings.</summary>
    public Task<CommandResult> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var all = new Dictionary<string, string>(settings);
        all.TryAdd("Storage:ConnectionString", Database.ConnectionString);
        return CommandProcess.RunAsync(Folder, arguments, all);
    }

    public void Dispose() => Database.Dispose();
}
