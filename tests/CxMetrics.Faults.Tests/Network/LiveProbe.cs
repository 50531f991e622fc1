using System.Net;

namespace CxMetrics.Faults.Tests.Network;

/// <summary>Asks again and again whether a process is alive, as an orchestrator does that would restart it.</summary>
internal sealed class LiveProbe : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client;
    private readonly Task _probing;
    private readonly List<string> _wrong = [];
    private int _answers;

    public LiveProbe(Uri address)
    {
        _client = new HttpClient { BaseAddress = address };
        _probing = ProbeAsync();
    }

    /// <summary>Asserts that it has asked, and was told so every time.</summary>
    public async Task AssertGreenAsync()
    {
        await _stop.CancelAsync();
        await _probing;
        _wrong.Should().BeEmpty("the process is alive throughout");
        _answers.Should().BePositive();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _probing;
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task ProbeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using HttpResponseMessage answer = await _client.GetAsync(new Uri("/health/live", UriKind.Relative));
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    _wrong.Add(answer.StatusCode.ToString());
                }

                _answers++;
            }
            catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException)
            {
                _wrong.Add(broken.Message);
            }

            await Task.Delay(20);
        }
    }
}
