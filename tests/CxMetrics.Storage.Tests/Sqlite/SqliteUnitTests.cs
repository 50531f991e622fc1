using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteUnitTests : UnitContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
