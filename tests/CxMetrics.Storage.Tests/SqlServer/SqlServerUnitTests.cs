using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerUnitTests : UnitContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
