using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CxMetrics.Faults.Tests.Network;

/// <summary>A post on a connection of its own, of which there can be ten thousand.</summary>
internal sealed class WaitingPost : IDisposable
{
    private const int MostBytes = 2_048;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private WaitingPost(int number) => Number = number;

    /// <summary>The fact in it.</summary>
    public int Number { get; }

    /// <summary>Connects and sends, without waiting for the answer.</summary>
    public static async Task<WaitingPost> SendAsync(Uri address, int number, string json)
    {
        var post = new WaitingPost(number);
        await post._socket.ConnectAsync(IPAddress.Loopback, address.Port);
        string request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /v1/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\nConnection: close\r\n\r\n{json}"
        );
        await post._socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return post;
    }

    /// <summary>The status and the whole head of the answer.</summary>
    public async Task<(int Status, string Text)> ReadAsync()
    {
        byte[] buffer = new byte[MostBytes];
        int length = 0;
        int count;
        while (length < MostBytes && (count = await _socket.ReceiveAsync(buffer.AsMemory(length))) > 0)
        {
            length += count;
        }

        string text = Encoding.UTF8.GetString(buffer, 0, length);
        return (int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), text);
    }

    public void Dispose() => _socket.Dispose();
}
