using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteRecountPropertyTests : RecountPropertyContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
