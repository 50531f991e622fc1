using CxMetrics.Storage.Maintenance;

namespace CxMetrics.Storage.Tests;

public sealed class SqlServerBackupTests
{
    [Test]
    public async Task Run_OnSqlServer_NamesTheNativeWay()
    {
        Func<Task> backup = () => new SqlServerBackup().RunAsync("copy.bak", CancellationToken.None);

        await backup.Should().ThrowAsync<DatabaseRefusedException>().WithMessage("*BACKUP DATABASE*");
        File.Exists("copy.bak").Should().BeFalse();
    }
}
