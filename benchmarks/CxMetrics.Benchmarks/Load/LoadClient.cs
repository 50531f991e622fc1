using System.Diagnostics;
using System.Net.Sockets;

namespace CxMetrics.Benchmarks.Load;

/// <summary>Keeps a number of connections busy, each with one request at a time.</summary>
/// <remarks>
/// Client and server share the processors, so the client has to be cheap: one thread, blocking sockets that are only
/// touched when they are ready, requests made in advance, and no HTTP library.
/// </remarks>
internal sealed class LoadClient : IDisposable
{
    private const int MostRequests = 2_000_000;

    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Socket, LoadConnection> _connections = [];
    private readonly List<Socket> _busy = [];
    private readonly List<Socket> _ready = [];
    private readonly List<TimeSpan> _latencies = [];
    private readonly IRequestSource _requests;
    private long _acknowledged;

    public LoadClient(Uri address, int connections, IRequestSource requests)
    {
        _requests = requests;
        for (int index = 0; index < connections; index++)
        {
            var connection = new LoadConnection(address);
            _connections.Add(connection.Socket, connection);
        }
    }

    /// <summary>Sends for so long, then waits for the answers that are due.</summary>
    public LoadResult Run(TimeSpan duration)
    {
        _latencies.Clear();
        _acknowledged = 0;
        TimeSpan clientBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        foreach (LoadConnection connection in _connections.Values)
        {
            connection.Send(_requests.Next());
            _busy.Add(connection.Socket);
        }

        while (_busy.Count > 0)
        {
            _ready.Clear();
            _ready.AddRange(_busy);
            Socket.Select(_ready, checkWrite: null, checkError: null, AnswerTimeout);
            if (_ready.Count == 0)
            {
                throw new TimeoutException("The server has not answered for too long.");
            }

            bool isOver = Stopwatch.GetElapsedTime(start) >= duration || _latencies.Count >= MostRequests;
            foreach (Socket socket in _ready)
            {
                Serve(socket, isOver);
            }
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        TimeSpan clientTime = Environment.CpuUsage.TotalTime - clientBefore;
        TimeSpan[] latencies = [.. _latencies.Order()];
        return new LoadResult(_acknowledged, latencies.Length - _acknowledged, elapsed, latencies, clientTime);
    }

    public void Dispose()
    {
        foreach (LoadConnection connection in _connections.Values)
        {
            connection.Dispose();
        }
    }

    private void Serve(Socket socket, bool isOver)
    {
        LoadConnection connection = _connections[socket];
        if (connection.Receive() is not { } status)
        {
            return;
        }

        _latencies.Add(connection.Elapsed);
        _acknowledged += status == 201 ? 1 : 0;
        if (isOver)
        {
            _busy.Remove(socket);
        }
        else
        {
            connection.Send(_requests.Next());
        }
    }
}
