namespace CxMetrics.Calculation.Tests.Documentation;

/// <summary>The pages of the repository that the tests were built from.</summary>
public static class DocsFolder
{
    public static string PathOf(params ReadOnlySpan<string> parts) =>
        Path.Combine([RepositoryRoot(), "docs", .. parts]);

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CxMetrics.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests has CxMetrics.sln.");
    }
}
