using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteErasureTests : ErasureContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
