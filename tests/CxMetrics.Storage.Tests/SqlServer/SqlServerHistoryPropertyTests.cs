using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerHistoryPropertyTests : HistoryPropertyContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
