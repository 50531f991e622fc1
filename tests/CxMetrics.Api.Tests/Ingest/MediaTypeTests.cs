using System.Net;
using System.Text;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>What a body says it is.</summary>
public sealed class MediaTypeTests
{
    [TestCase("text/plain")]
    [TestCase("application/xml")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("text/csv; charset=iso-8859-1")]
    [TestCase("application/*")]
    [TestCase("nonsense")]
    [TestCase("")]
    [TestCase(null)]
    public async Task ContentType_ThatIsNotOurs_IsRefused(string? type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(Sample.Response("bad", 9).ToJsonString(), type);

        await app.AssertRefusedAsync(content, HttpStatusCode.UnsupportedMediaType, "Content-Type unknownValue");
    }

    [Test]
    public async Task Utf16_SaysSoInItsContentType_IsRefused()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        byte[] body = Encoding.Unicode.GetBytes(Sample.Response("bad", 9).ToJsonString());
        using ByteArrayContent content = Content.Of(body, "application/json; charset=utf-16");

        await app.AssertRefusedAsync(content, HttpStatusCode.UnsupportedMediaType, "Content-Type unknownValue");
    }

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json;charset=\"UTF-8\"")]
    [TestCase("Application/JSON")]
    [TestCase("application/json; charset=us-ascii; profile=x")]
    public async Task ContentType_WrittenOtherwise_IsTaken(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(Sample.Response("r", 9).ToJsonString(), type);

        using HttpResponseMessage answer = await app.Client.PostAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content
        );

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        await app.AssertKeptAsync("r");
    }

    [TestCase("br")]
    [TestCase("deflate")]
    [TestCase("gzip, gzip")]
    [TestCase("rot13")]
    public async Task ContentEncoding_ThatIsUnknown_IsRefusedNamingGzip(string encoding)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(Sample.Response("bad", 9).ToJsonString(), encoding: encoding);

        using HttpResponseMessage answer = await app.Client.PostAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content
        );

        await Problem.ReadAsync(answer, HttpStatusCode.UnsupportedMediaType, "Content-Encoding", "unknownValue");
        answer.Headers.GetValues("Accept-Encoding").Should().Equal("gzip");
        await app.AssertKeptAsync();
    }

    [Test]
    public async Task Put_IsNotOffered()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(Sample.Response("bad", 9).ToJsonString());

        using HttpResponseMessage answer = await app.Client.PutAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content
        );

        await Problem.ReadAsync(answer, HttpStatusCode.MethodNotAllowed);
        await app.AssertKeptAsync();
    }
}
