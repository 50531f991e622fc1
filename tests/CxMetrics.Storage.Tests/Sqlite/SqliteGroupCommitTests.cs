using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteGroupCommitTests : GroupCommitContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
