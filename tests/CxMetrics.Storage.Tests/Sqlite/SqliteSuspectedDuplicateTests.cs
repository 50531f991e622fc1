using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteSuspectedDuplicateTests : SuspectedDuplicateContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
