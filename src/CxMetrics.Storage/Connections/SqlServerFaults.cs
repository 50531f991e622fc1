using CxMetrics.Domain.Facts;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Connections;

/// <summary>What the errors of SQL Server and Azure SQL mean for this store.</summary>
internal static class SqlServerFaults
{
    /// <summary>Errors of this class and above end the connection.</summary>
    private const byte FatalClass = 20;

    /// <summary>Runs a step and gives its failure a kind, where it is not a mistake in this program.</summary>
    public static T Translate<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception failure) when (ToFault(failure) is not null)
        {
            throw ToFault(failure)!;
        }
    }

    public static void Translate(Action step) =>
        Translate(() =>
        {
            step();
            return true;
        });

    /// <summary>The fault behind a failure; null when the failure says something else.</summary>
    public static StorageFaultException? ToFault(Exception failure) =>
        failure switch
        {
            SqlException sql when Find(sql) is { } fault => new StorageFaultException(fault, Explain(fault, sql), sql),
            // The client's own words for a pool without a free connection, or a connection that broke since its last use.
            InvalidOperationException { Source: "Microsoft.Data.SqlClient" } or IOException =>
                new StorageFaultException(StorageFault.Network, "The database server cannot be reached.", failure),
            _ => null,
        };

    /// <summary>Whether the server refused a statement, rather than failed to run it.</summary>
    public static bool IsRefusal(SqlException failure) =>
        Find(failure.Number, failure.Class) is null or StorageFault.Unusable;

    /// <summary>What callers are told when trying again did not help.</summary>
    public static StorageUnavailableException ToUnavailable(this StorageFaultException fault) =>
        new(fault.Message, fault);

    /// <summary>The kind of an error by its number; null when it is a mistake in this program.</summary>
    public static StorageFault? Find(int number, byte errorClass) =>
        number switch
        {
            1205 => StorageFault.Deadlock,
            1222 => StorageFault.Busy,
            // The client's own number.
            -2 => StorageFault.TimeOut,
            // A row with this key is there already: of a unique constraint, and of a unique index.
            2627 or 2601 => StorageFault.Collision,
            // Azure SQL: sessions, workers, requests and log writes over the limit of the service tier.
            10928 or 10929 or 40501 or 40549 or 40550 or 40551 or 40552 or 40553 => StorageFault.Throttling,
            // No memory, no worker, no room in tempdb at the moment.
            701 or 8645 or 8651 or 49918 or 49919 or 49920 => StorageFault.Throttling,
            // Azure SQL moving, pausing or resuming a database.
            40613 or 40197 or 40143 or 40540 or 40166 or 42108 or 42109 or 49510 or 49511 => StorageFault.Failover,
            // A database that recovers, changes its role in an availability group, or is set read-only meanwhile.
            922
            or 926
            or 927
            or 945
            or 976
            or 978
            or 979
            or 982
            or 983
            or 911
            or 4060
            or 4221
            or 18401
            or 18452
            or 3906 => StorageFault.Failover,
            1105 or 9002 or 1101 or 40544 or 18456 or 18470 or 18487 or 18488 or 229 or 262 or 916 =>
                StorageFault.Unusable,
            // The ways in which a connection is lost, and the ways in which none is made.
            -1 or 2 or 20 or 26 or 53 or 64 or 121 or 233 or 258 or 596 or 6005 or 10053 or 10054 or 10060 or 10061 =>
                StorageFault.Network,
            11001 or 17142 or 17187 or 17188 or 17197 or 35 or 40 or 0 => StorageFault.Network,
            _ => errorClass >= FatalClass ? StorageFault.Network : null,
        };

    // The first error is the cause; others tell how it ended ("The statement has been terminated.").
    private static StorageFault? Find(SqlException failure) => Find(failure.Number, failure.Class);

    private static string Explain(StorageFault fault, SqlException failure) =>
        fault switch
        {
            StorageFault.Network => "The database server cannot be reached.",
            StorageFault.TimeOut => "The database server does not answer in time.",
            StorageFault.Busy => "Others have been writing the same rows for too long.",
            StorageFault.Failover =>
                "The database is not open at the moment: it is missing, starting, or moving to another server.",
            StorageFault.Throttling => "The database server has more to do than it can.",
            StorageFault.Deadlock =>
                "The database server ended this transaction, time and again, because of a deadlock.",
            StorageFault.Collision => "Other writers were first with the same rows, time and again.",
            StorageFault.Unusable => $"The database cannot be used: {failure.Errors[0].Message}",
        };
}
