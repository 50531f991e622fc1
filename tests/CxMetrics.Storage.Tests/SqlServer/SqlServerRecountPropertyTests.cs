using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerRecountPropertyTests : RecountPropertyContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
