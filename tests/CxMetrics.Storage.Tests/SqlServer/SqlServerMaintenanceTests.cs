using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerMaintenanceTests : MaintenanceContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
