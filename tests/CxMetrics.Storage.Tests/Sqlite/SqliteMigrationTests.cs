using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteMigrationTests : MigrationContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
