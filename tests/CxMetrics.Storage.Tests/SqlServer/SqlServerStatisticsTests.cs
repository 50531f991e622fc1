using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerStatisticsTests : StatisticsContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
