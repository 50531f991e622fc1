using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerAppendTests : AppendContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
