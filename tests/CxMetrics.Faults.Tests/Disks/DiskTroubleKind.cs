namespace CxMetrics.Faults.Tests.Disks;

public enum DiskTroubleKind
{
    /// <summary>There is no space left (ENOSPC).</summary>
    Full,

    /// <summary>No file may grow any more (EFBIG), as under a quota; needs no privilege.</summary>
    SizeLimit,

    /// <summary>The files may not be changed (EPERM), whoever asks.</summary>
    ReadOnly,
}
