using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteStatisticsTests : StatisticsContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
