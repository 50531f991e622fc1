using System.Net;
using System.Net.Sockets;

namespace CxMetrics.Api.Tests.Commands;

/// <summary><c>serve</c> as its users run it.</summary>
public sealed class ServeCommandTests
{
    private const string AnyPort = "http://127.0.0.1:0";

    [TestCase("Storage:Provider", "Oracle", "Storage:Provider is 'Oracle', which is not one of Sqlite, ")]
    [TestCase("Storage:ConnectionString", "Data Source=:memory:", "Storage:ConnectionString must name a file")]
    [TestCase("Reporting:TimeZone", "Mars/Base", "Reporting:TimeZone 'Mars/Base' is not a known time zone")]
    [TestCase("Reporting:Currency", "euro", "Reporting:Currency is an ISO 4217 code of three capital letters")]
    [TestCase("Reporting:WeekStart", "Someday", "Reporting:WeekStart is 'Someday', which is not one of Sunday, ")]
    [TestCase("Ingestion:MaxBulkBytes", "-1", "Ingestion:MaxBulkBytes must be between 1024 and ")]
    [TestCase("Ingestion:MaxBulkBytes", "1 GB", "Ingestion:MaxBulkBytes is '1 GB', which is not a value of its kind")]
    public async Task Serve_WrongSetting_StopsWithOneSentence(string setting, string value, string sentence)
    {
        using var workspace = new CommandWorkspace();
        var settings = new Dictionary<string, string> { [setting] = value };

        CommandResult result = await workspace.RunAsync(settings, "serve", "--urls", AnyPort);

        result.ExitCode.Should().Be(1, result.ToString());
        result.Errors.Should().StartWith(sentence).And.NotContain("\n");
        result.Output.Should().BeEmpty();
    }

    [Test]
    public async Task Serve_SqlServerWithoutADatabaseToConnectTo_SaysSo()
    {
        using var workspace = new CommandWorkspace();
        var settings = new Dictionary<string, string> { ["Storage:Provider"] = "SqlServer" };

        CommandResult result = await workspace.RunAsync(settings, "serve", "--urls", AnyPort);

        result.ExitCode.Should().Be(1, result.ToString());
        result
            .Errors.Should()
            .Be(
                "Storage:ConnectionString must name a server and a database, "
                    + "for example \"Server=localhost;Database=cxmetrics;Integrated Security=true\"."
            );
    }

    [Test]
    public async Task Serve_TakenPort_SaysSo()
    {
        using var workspace = new CommandWorkspace();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = $"http://{listener.LocalEndpoint}";

        CommandResult result = await workspace.RunAsync("serve", "--urls", address);

        result.ExitCode.Should().Be(1, result.ToString());
        result
            .Errors.Should()
            .Be($"Failed to bind to address {address}: address already in use. Choose another address with --urls.");
        result.Output.Should().BeEmpty();
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no SIGTERM.")]
    public async Task Serve_ToldToEnd_EndsInOrder()
    {
        using var workspace = new CommandWorkspace();
        var settings = new Dictionary<string, string>
        {
            ["Storage:ConnectionString"] = workspace.Database.ConnectionString,
        };
        await using var process = CommandProcess.Start(workspace.Folder, ["serve", "--urls", AnyPort], settings);
        await process.WaitForLineAsync("CxMetrics serves at http://127.0.0.1:");

        await process.TerminateAsync();

        CommandResult result = await process.WaitForExitAsync();
        result.ExitCode.Should().Be(0, result.ToString());
        result.Errors.Should().BeEmpty();
    }

    [TestCase("http://*:0")]
    [TestCase("http://0.0.0.0:0")]
    public async Task Serve_OnEveryInterface_ShowsAnAddressThatCanBeCalled(string url)
    {
        using var workspace = new CommandWorkspace();
        await using var process = CommandProcess.Start(workspace.Folder, ["serve", "--urls", url]);

        string line = await process.WaitForLineAsync("CxMetrics serves at ");

        string address = line.Split(' ')[3];
        address.Should().StartWith("http://localhost:");
        using var client = new HttpClient();
        using HttpResponseMessage answer = await client.GetAsync(new Uri($"{address}/v1/metrics"));
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
