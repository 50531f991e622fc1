using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerSuspectedDuplicateTests : SuspectedDuplicateContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
