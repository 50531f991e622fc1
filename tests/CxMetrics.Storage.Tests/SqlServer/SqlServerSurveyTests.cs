using CxMetrics.Storage.Tests.Contracts;

namespace CxMetrics.Storage.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerSurveyTests : SurveyContract
{
    protected override TestDatabase CreateDatabase() => new SqlServerTestDatabase();
}
