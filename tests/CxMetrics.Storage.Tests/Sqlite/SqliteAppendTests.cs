using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteAppendTests : AppendContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
