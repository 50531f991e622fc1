using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Tests;

public sealed class StorageOptionsTests
{
    [TestCase(
        "ConnectionString",
        "Data Source=:memory:",
        "Storage:ConnectionString must name a file, for example \"Data Source=data/cxmetrics.db\"."
    )]
    [TestCase(
        "ConnectionString",
        "",
        "Storage:ConnectionString must name a file, for example \"Data Source=data/cxmetrics.db\"."
    )]
    [TestCase(
        "ReadConnectionString",
        "Data Source=other.db",
        "Storage:ReadConnectionString is for SQL Server; a SQLite file is read where it is written."
    )]
    [TestCase("Writers", "2", "Storage:Writers is 2; a SQLite file takes one writer, so it must be 1 or absent.")]
    [TestCase("Writers", "0", "Storage:Writers is 0; a SQLite file takes one writer, so it must be 1 or absent.")]
    [TestCase("QueueCapacity", "0", "Storage:QueueCapacity is 0; it must be at least 1.")]
    [TestCase("MaxGroupFacts", "-1", "Storage:MaxGroupFacts is -1; it must be at least 1.")]
    [TestCase("BusyTimeout", "02:00:00", "Storage:BusyTimeout is 02:00:00; it must be between 00:00:00 and 01:00:00.")]
    public async Task Start_WrongSetting_IsRefusedInOneSentence(string name, string value, string sentence)
    {
        Func<Task> start = async () =>
        {
            await using var store = TestStore.Build([new($"Storage:{name}", value)]);
            await store.StartAsync();
        };

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(sentence);
    }

    [TestCase(
        "ConnectionString",
        "Data Source=data/cxmetrics.db",
        "Storage:ConnectionString must name a server and a database, "
            + "for example \"Server=localhost;Database=cxmetrics;Integrated Security=true\"."
    )]
    [TestCase(
        "ReadConnectionString",
        "Server=replica",
        "Storage:ReadConnectionString must name a server and a database, "
            + "for example \"Server=localhost;Database=cxmetrics;Integrated Security=true\"."
    )]
    [TestCase("Writers", "17", "Storage:Writers is 17; it must be between 1 and 16.")]
    public async Task Start_WrongSettingForSqlServer_IsRefusedInOneSentence(string name, string value, string sentence)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = "SqlServer",
            ["Storage:ConnectionString"] = "Server=localhost;Database=cxmetrics",
            [$"Storage:{name}"] = value,
        };
        Func<Task> start = async () =>
        {
            await using var store = TestStore.Build(settings);
            await store.StartAsync();
        };

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(sentence);
    }

    [TestCase("Server=localhost;Datbase=x")]
    [TestCase("Server=localhost;Database=x;Connect Timeout=soon")]
    [TestCase("Server=localhost;Database=x;Encrypt=perhaps")]
    public void Validate_NotASqlServerConnectionString_SaysWhy(string connectionString)
    {
        var options = new StorageOptions { Provider = StorageProvider.SqlServer, ConnectionString = connectionString };

        ValidateOptionsResult result = new StorageOptionsValidator().Validate(null, options);

        result
            .Failures.Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("Storage:ConnectionString is not a SQL Server connection string: ");
    }

    [Test]
    public void Validate_NotAConnectionString_SaysWhy()
    {
        var options = new StorageOptions { ConnectionString = "Server=somewhere" };

        ValidateOptionsResult result = new StorageOptionsValidator().Validate(null, options);

        result.Failures.Should().ContainSingle().Which.Should().StartWith("Storage:ConnectionString is not a SQLite");
    }

    [Test]
    public void Validate_Defaults_AreValid()
    {
        new StorageOptionsValidator().Validate(null, new StorageOptions()).Succeeded.Should().BeTrue();
    }
}
