using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.Sqlite;

[TestFixture]
public sealed class SqliteSurveyTests : SurveyContract
{
    protected override TestDatabase CreateDatabase() => new SqliteTestDatabase();
}
