using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CxMetrics.Faults.Tests.Network;

/// <summary>Stands between a client and a server and breaks what passes through it when it is told to.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private const int BufferBytes = 16 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Link, bool> _links = new();
    private readonly string _host;
    private readonly int _targetPort;
    private readonly Task _accepting;
    private int _answersPassed;
    private int _answersDropped;
    private volatile int _dropEvery;
    private volatile bool _isRefusing;

    public TcpProxy(string host, int port)
    {
        _host = host;
        _targetPort = port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many answers were there and never arrived.</summary>
    public int AnswersDropped => _answersDropped;

    /// <summary>From now on every so many pieces of answers the server's words are swallowed and the connection is reset; 0 stops it.</summary>
    public void DropEvery(int pieces) => _dropEvery = pieces;

    /// <summary>Cuts every connection and lets none in, as a server does that has gone.</summary>
    public void Refuse()
    {
        _isRefusing = true;
        Cut();
    }

    /// <summary>Lets connections in again.</summary>
    public void Allow() => _isRefusing = false;

    /// <summary>Resets every connection that is open.</summary>
    public void Cut()
    {
        foreach (Link link in _links.Keys)
        {
            link.Reset();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
        while (!_links.IsEmpty)
        {
            await Task.Delay(10);
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = CarryAsync(new Link(client));
        }
    }

    private async Task CarryAsync(Link link)
    {
        _links[link] = true;
        try
        {
            if (!_isRefusing)
            {
                await link.Server.ConnectAsync(_host, _targetPort);
                await Task.WhenAll(
                    PumpAsync(link, link.Client, link.Server, drop: () => false),
                    PumpAsync(link, link.Server, link.Client, ShouldDrop)
                );
            }
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            // The other side learns it from the reset.
        }
        finally
        {
            link.Reset();
            _links.TryRemove(link, out _);
        }
    }

    private static async Task PumpAsync(Link link, Socket from, Socket to, Func<bool> drop)
    {
        byte[] buffer = new byte[BufferBytes];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                if (drop())
                {
                    link.Reset();
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            link.Reset();
        }
    }

    private bool ShouldDrop()
    {
        int every = _dropEvery;
        bool isDue = every > 0 && Interlocked.Increment(ref _answersPassed) % every == 0;
        if (isDue)
        {
            Interlocked.Increment(ref _answersDropped);
        }

        return isDue;
    }

    private static bool IsBroken(Exception exception) => exception is SocketException or ObjectDisposedException;

    private sealed class Link(Socket client)
    {
        public Socket Client { get; } = client;

        public Socket Server { get; } = new(SocketType.Stream, ProtocolType.Tcp);

        public void Reset()
        {
            Close(Client);
            Close(Server);
        }

        private static void Close(Socket socket)
        {
            try
            {
                // Without lingering the other side sees a reset and not an orderly end.
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
            catch (Exception closed) when (IsBroken(closed))
            {
                // It was closed before.
            }

            socket.Dispose();
        }
    }
}
