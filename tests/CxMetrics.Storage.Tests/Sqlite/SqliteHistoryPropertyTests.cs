using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteHistoryPropertyTests : HistoryPropertyContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
