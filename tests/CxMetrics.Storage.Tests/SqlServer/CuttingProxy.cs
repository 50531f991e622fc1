using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CxMetrics.Storage.Tests.SqlServer;

/// <summary>Stands between client and server and drops the connection at a commit, on one side of it or the other.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private const byte TransactionRequest = 0x0E;
    private const short CommitTransaction = 7;
    private const int PacketHeader = 8;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _host;
    private readonly int _serverPort;
    private readonly Task _accepting;
    private int _cutsBefore;
    private int _cutsAfter;

    public CuttingProxy(string host, int port)
    {
        (_host, _serverPort) = (host, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were dropped at a commit.</summary>
    public int Cuts { get; private set; }

    /// <summary>Drops the connection of the next commit before the server gets it.</summary>
    public void CutBeforeCommit() => Interlocked.Exchange(ref _cutsBefore, 1);

    /// <summary>Drops the connection of the next commit after the server has done it, with its answer.</summary>
    public void CutAfterCommit() => Interlocked.Exchange(ref _cutsAfter, 1);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            _ = RelayAsync(client);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using TcpClient near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(_host, _serverPort, _stopping.Token);
        var cut = new Cut();
        Task toServer = RelayRequestsAsync(near.GetStream(), far.GetStream(), cut);
        Task toClient = RelayAnswersAsync(far.GetStream(), near.GetStream(), cut);
        await Task.WhenAny(toServer, toClient);
    }

    private async Task RelayRequestsAsync(NetworkStream from, NetworkStream to, Cut cut)
    {
        byte[] buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stopping.Token) is > 0 and int length)
        {
            if (IsCommit(buffer.AsSpan(0, length)))
            {
                if (Interlocked.Exchange(ref _cutsBefore, 0) == 1)
                {
                    Cuts++;
                    return;
                }

                cut.IsDue = Interlocked.Exchange(ref _cutsAfter, 0) == 1;
            }

            await to.WriteAsync(buffer.AsMemory(0, length), _stopping.Token);
        }
    }

    private async Task RelayAnswersAsync(NetworkStream from, NetworkStream to, Cut cut)
    {
        byte[] buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stopping.Token) is > 0 and int length)
        {
            if (cut.IsDue)
            {
                Cuts++;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, length), _stopping.Token);
        }
    }

    // A packet of the tabular data stream: its type, after its header a block of headers with its own length, then the request.
    private static bool IsCommit(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < PacketHeader + sizeof(int) || packet[0] != TransactionRequest)
        {
            return false;
        }

        int request = PacketHeader + BinaryPrimitives.ReadInt32LittleEndian(packet[PacketHeader..]);
        return packet.Length >= request + sizeof(short)
            && BinaryPrimitives.ReadInt16LittleEndian(packet[request..]) == CommitTransaction;
    }

    private sealed class Cut
    {
        public volatile bool IsDue;
    }
}
