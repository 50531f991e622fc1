using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CxMetrics.Faults.Tests.Processes;

namespace CxMetrics.Faults.Tests.Senders;

/// <summary>Senders that keep a service busy and a ledger of it, until the service goes away, they are told to stop or everything is sent.</summary>
internal sealed class Crowd : IDisposable
{
    public const int Connections = 64;

    private const int Streams = 4;
    private const int LinesPerStream = 400;

    private static readonly Uri Path = new("/v1/responses", UriKind.Relative);

    private readonly HttpClient _client;
    private readonly Ledger _ledger;
    private readonly CancellationTokenSource _stop = new();
    private int _turnedAway;
    private int _stored;

    public Crowd(Uri address, Ledger ledger)
    {
        _ledger = ledger;
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections })
        {
            BaseAddress = address,
            // Whoever waits for a lock waits for long.
            Timeout = ServerProcess.Patience,
        };
    }

    /// <summary>Whether senders go on when a connection breaks; otherwise each leaves with its connection.</summary>
    public bool Perseveres { get; init; }

    /// <summary>How often a sender was told 503, each time with a time to wait.</summary>
    public int TurnedAway => _turnedAway;

    /// <summary>How many facts the answers called new.</summary>
    public int Stored => _stored;

    /// <summary>64 senders of single facts.</summary>
    public Task PostSinglesAsync() => RunAsync(Connections, PostSingleAsync);

    /// <summary>A few senders of streams.</summary>
    public Task PostStreamsAsync() => RunAsync(Streams, PostStreamAsync);

    /// <summary>Lets every sender finish what it has begun.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _client.Dispose();
        _stop.Dispose();
    }

    private Task RunAsync(int senders, Func<Task<bool>> send) =>
        Task.WhenAll(
            Enumerable
                .Range(0, senders)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (!_stop.IsCancellationRequested && await send())
                        {
                            // One after the other.
                        }
                    })
                )
        );

    private Task<bool> PostSingleAsync() =>
        PostAsync(
            _ledger.Take(1),
            "application/json",
            numbers => Fact.Json(numbers[0]),
            (status, body, numbers) =>
            {
                status.Should().BeOneOf([HttpStatusCode.Created, HttpStatusCode.OK], "{0}", body);
                bool isNew = status == HttpStatusCode.Created;
                Interlocked.Add(ref _stored, isNew ? 1 : 0);
                _ledger.Acknowledge(numbers[0], isNew);
            }
        );

    private Task<bool> PostStreamAsync() =>
        PostAsync(
            _ledger.Take(LinesPerStream),
            "application/x-ndjson",
            Fact.Lines,
            (status, body, numbers) =>
            {
                status.Should().Be(HttpStatusCode.OK, "{0}", body);
                JsonNode report = JsonNode.Parse(body)!;
                int stored = report["stored"]!.GetValue<int>();
                Interlocked.Add(ref _stored, stored);
                (stored + report["duplicates"]!.GetValue<int>()).Should().Be(numbers.Length, "the report is {0}", body);
                Array.ForEach(numbers, number => _ledger.Acknowledge(number));
            }
        );

    /// <summary>Sends; false when this sender is done.</summary>
    private async Task<bool> PostAsync(
        int[] numbers,
        string type,
        Func<int[], string> write,
        Action<HttpStatusCode, string, int[]> settle
    )
    {
        if (numbers.Length == 0)
        {
            return false;
        }

        try
        {
            using var content = new StringContent(write(numbers), Encoding.UTF8, type);
            using HttpResponseMessage answer = await _client.PostAsync(Path, content);
            string body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await TurnAwayAsync(answer, body, numbers);
                return true;
            }

            settle(answer.StatusCode, body, numbers);
            return true;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            _ledger.SendAgain(numbers);
            return Perseveres;
        }
    }

    private async Task TurnAwayAsync(HttpResponseMessage answer, string body, int[] numbers)
    {
        body.Should().Contain("\"urn:cxmetrics:problem:unavailable\"");
        answer.Headers.RetryAfter!.Delta.Should().BePositive("a sender is told when to come back: {0}", body);
        Interlocked.Add(ref _stored, JsonNode.Parse(body)!["report"]?["stored"]?.GetValue<int>() ?? 0);
        _ledger.SendAgain(numbers);
        Interlocked.Increment(ref _turnedAway);
        await Task.Delay(20);
    }
}
