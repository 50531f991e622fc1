using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerGroupCommitTests : GroupCommitContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
