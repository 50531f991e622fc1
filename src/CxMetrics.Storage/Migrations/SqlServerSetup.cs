using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Migrations;

/// <summary>What a database needs before it can have a schema: that it exists, and that it can be read as a snapshot.</summary>
internal sealed class SqlServerSetup(SqlServerDatabase database, SqlServerTransactions transactions)
{
    private static readonly SqlServerStatement Create = new(
        """
        DECLARE @Statement nvarchar(max) = N'CREATE DATABASE ' + QUOTENAME(@Name);
        EXEC (@Statement);
        """,
        "Name"
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement FindSnapshotState = new(
        "SELECT d.snapshot_isolation_state FROM sys.databases AS d WHERE d.name = DB_NAME()"
    );

    private static readonly SqlServerStatement AllowSnapshots = new(
        "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON"
    )
    {
        IsLong = true,
    };

    /// <summary>Whether the server has the database and lets this process open it.</summary>
    public bool Exists() =>
        transactions.Retry(() =>
        {
            try
            {
                using SqlConnection connection = database.OpenOnce();
                return true;
            }
            catch (SqlException failure) when (IsMissing(failure))
            {
                return false;
            }
        });

    public void CreateDatabase() =>
        transactions.Retry(() =>
        {
            try
            {
                using SqlConnection server = database.OpenServer();
                server.Execute(Create, new SqlServerParameters().Text("Name", database.Name));
            }
            catch (SqlException failure) when (SqlServerFaults.IsRefusal(failure))
            {
                RefuseUnlessMade(failure);
            }

            return true;
        });

    /// <summary>Reads must not wait for writers, nor writers for reads.</summary>
    public void EnsureSnapshots() =>
        transactions.Retry(() =>
        {
            using SqlConnection connection = database.OpenWriter();
            if (connection.Query<byte>(FindSnapshotState).SingleOrDefault() == 0)
            {
                Allow(connection);
            }

            return true;
        });

    // Another process that starts at the same moment may have made it.
    private void RefuseUnlessMade(SqlException failure)
    {
        if (!Exists())
        {
            throw new DatabaseRefusedException(
                $"There is no database {database.Place}, and it cannot be made: {failure.Errors[0].Message} "
                    + "Create it, or set Storage:ConnectionString."
            );
        }
    }

    private void Allow(SqlConnection connection)
    {
        try
        {
            connection.Execute(AllowSnapshots);
        }
        catch (SqlException failure) when (SqlServerFaults.IsRefusal(failure))
        {
            throw new DatabaseRefusedException(
                $"The database {database.Place} does not allow snapshot isolation, and this login may not change that: let its "
                    + $"owner run ALTER DATABASE [{database.Name}] SET ALLOW_SNAPSHOT_ISOLATION ON, or grant ALTER on it."
            );
        }
    }

    /// <summary>No database of this name, or none this login may open, as a login and as a statement reports it.</summary>
    private static bool IsMissing(SqlException failure) => failure.Number is 4060 or 911;
}
