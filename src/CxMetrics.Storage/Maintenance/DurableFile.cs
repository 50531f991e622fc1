using System.Runtime.InteropServices;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Gives a finished file its name so that a power cut cannot take either away again.</summary>
internal static class DurableFile
{
    /// <summary>Renames a file within its folder once its content is on the disk.</summary>
    /// <exception cref="IOException">There is something under the new name.</exception>
    public static void Publish(string unfinished, string file)
    {
        using (FileStream content = File.Open(unfinished, FileMode.Open, FileAccess.ReadWrite))
        {
            content.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, overwrite: false);
        if (!OperatingSystem.IsWindows())
        {
            FlushFolder(Path.GetDirectoryName(file)!);
        }
    }

    // The framework opens no folders, and on Unix a new name is durable only when its folder is. Some file systems refuse;
    // the content is safe on those too, so that is no reason to call the file failed.
    private static void FlushFolder(string folder)
    {
        const int readOnly = 0;

        int descriptor = Native.Open(folder, readOnly);
        if (descriptor >= 0)
        {
            _ = Native.Flush(descriptor);
            _ = Native.Close(descriptor);
        }
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Flush(int descriptor);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int descriptor);
    }
}
