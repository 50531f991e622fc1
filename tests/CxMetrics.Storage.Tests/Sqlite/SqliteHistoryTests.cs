using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteHistoryTests : HistoryContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
