using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteListTests : ListContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
