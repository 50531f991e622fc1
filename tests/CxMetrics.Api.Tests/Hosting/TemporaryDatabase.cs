namespace CxMetrics.Api.Tests.Hosting;

/// <summary>A database file in a folder of its own that goes away with it.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    public TemporaryDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("cxmetrics-test-").FullName;
    }

    public string Folder { get; }

    public string File => Path.Combine(Folder, "cxmetrics.db");

    public string ConnectionString => $"Data Source={File}";

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
