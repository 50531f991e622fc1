using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Tests;

public sealed class StorageOptionsTests
{
    [TestCase("Provider", "SqlServer", "Storage:Provider is SqlServer, but this version stores in SQLite only.")]
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
