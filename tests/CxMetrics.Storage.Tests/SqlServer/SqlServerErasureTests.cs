using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerErasureTests : ErasureContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
