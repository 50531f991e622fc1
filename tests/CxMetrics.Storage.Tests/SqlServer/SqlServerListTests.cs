using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerListTests : ListContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
