using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerHistoryTests : HistoryContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
