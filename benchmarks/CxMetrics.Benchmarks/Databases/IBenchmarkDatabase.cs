using System.Data.Common;
using CxMetrics.Benchmarks.Reads;

namespace CxMetrics.Benchmarks.Databases;

/// <summary>One database to measure on. Disposing of it removes it, unless it is to be kept.</summary>
internal interface IBenchmarkDatabase : IAsyncDisposable
{
    /// <summary>The settings with which the service uses it, by their names.</summary>
    IReadOnlyDictionary<string, string> ServiceSettings { get; }

    /// <summary>What it takes on disk, in bytes.</summary>
    long Size { get; }

    /// <summary>Inserts past the service, into a schema that exists.</summary>
    IRawInserts OpenInserts();

    /// <summary>A connection past the service.</summary>
    DbConnection OpenConnection();

    /// <summary>
    /// What an analyst would write for a question over the table of responses. Columns: the month as <c>yyyy-MM</c>, the
    /// channel or null, and how many detractors, passives and promoters.
    /// </summary>
    string GroupBySql(ReadQuestion question);

    /// <summary>How many responses it holds; 0 when it has no schema yet.</summary>
    long CountResponses();

    /// <summary>A digest of all facts and dimensions, to compare two databases by.</summary>
    string Summarise();
}
