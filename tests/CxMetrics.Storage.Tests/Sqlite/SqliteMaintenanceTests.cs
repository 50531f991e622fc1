using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteMaintenanceTests : MaintenanceContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
