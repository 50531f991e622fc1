using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CxMetrics.Benchmarks.Load;

/// <summary>One keep-alive connection with at most one request under way.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly byte[] _received = new byte[4096];
    private int _length;
    private long _sentAt;

    public LoadConnection(Uri address)
    {
        Socket.NoDelay = true;
        Socket.Connect(IPAddress.Loopback, address.Port);
    }

    public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>How long the last request has taken.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_sentAt);

    public void Send(ReadOnlySpan<byte> request)
    {
        _length = 0;
        _sentAt = Stopwatch.GetTimestamp();
        if (Socket.Send(request) != request.Length)
        {
            throw new InvalidOperationException("A request of a few hundred bytes did not fit into the socket.");
        }
    }

    /// <summary>Takes what has arrived; the status once the response is whole, null before.</summary>
    public int? Receive()
    {
        int count = Socket.Receive(_received.AsSpan(_length));
        if (count == 0)
        {
            throw new InvalidOperationException("The server has closed the connection.");
        }

        _length += count;
        ReadOnlySpan<byte> response = _received.AsSpan(0, _length);
        return IsWhole(response) ? (((response[9] - '0') * 10) + response[10] - '0') * 10 + response[11] - '0' : null;
    }

    public void Dispose() => Socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> response)
    {
        int headerEnd = response.IndexOf("\r\n\r\n"u8);
        if (headerEnd < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> name = "Content-Length: "u8;
        int start = response[..headerEnd].IndexOf(name);
        if (start < 0)
        {
            // Chunked: no JSON contains a line end, so these bytes can only be the last chunk.
            return response.EndsWith("\r\n0\r\n\r\n"u8);
        }

        return Utf8Parser.TryParse(response[(start + name.Length)..], out int bodyLength, out _)
            && response.Length >= headerEnd + 4 + bodyLength;
    }
}
