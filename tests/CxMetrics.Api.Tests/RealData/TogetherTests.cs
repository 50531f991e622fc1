using CxMetrics.Api.Tests.Commands;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>The data sets side by side, after all of them.</summary>
[Category("RealData")]
[Order(2)]
public sealed class TogetherTests
{
    [Test]
    public async Task Check_AfterEverySet_IsClean()
    {
        if (RealDataDatabase.Stored == 0)
        {
            Assert.Ignore("No data set was imported.");
        }

        CommandResult result = await RealDataDatabase.RunAsync("db", "check");

        result.ExitCode.Should().Be(0, result.ToString());
        result.Output.Should().StartWith($"{RealDataDatabase.Stored} responses and ").And.EndWith(" 0 findings.");
    }
}
