using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerMigrationTests : MigrationContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
