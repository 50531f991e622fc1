using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>A connection on which a test says every byte, so that it can break its word.</summary>
internal sealed partial class RawConnection : IAsyncDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private NetworkStream? _stream;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(address.Host, address.Port);
        connection._stream = new NetworkStream(connection._socket);
        return connection;
    }

    /// <summary>Sends the head of a post, with the header that announces the body.</summary>
    public Task SendHeadAsync(string type, string announcement, string? encoding = null) =>
        SendAsync(
            $"POST /v1/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\n{announcement}\r\n"
                + (encoding is null ? "" : $"Content-Encoding: {encoding}\r\n")
                + "\r\n"
        );

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _stream!.WriteAsync(bytes);

    /// <summary>Sends one chunk of a chunked body.</summary>
    public async Task SendChunkAsync(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        await SendAsync(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        await SendAsync(bytes);
        await SendAsync("\r\n");
    }

    /// <summary>Says that nothing more will come, and still listens.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection as a crashing sender does.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    /// <summary>Waits until the other side has ended the connection, with or without an answer.</summary>
    public async Task WaitForEndAsync()
    {
        try
        {
            await _stream!.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // A reset is an end too.
        }
    }

    /// <summary>Reads the answer up to the end of the connection.</summary>
    /// <returns>Status and JSON body; null when there was no answer.</returns>
    public async Task<(int Status, JsonObject Body)?> ReadAnswerAsync()
    {
        using var received = new MemoryStream();
        try
        {
            await _stream!.CopyToAsync(received);
        }
        catch (IOException)
        {
            // A reset after the answer takes nothing of it away.
        }

        string text = Encoding.UTF8.GetString(received.ToArray());
        if (text.Length == 0)
        {
            return null;
        }

        int status = int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture);
        // The one JSON object is all that has braces, chunked or not.
        int start = text.IndexOf('{', StringComparison.Ordinal);
        string json = text[start..(text.LastIndexOf('}') + 1)];
        return (status, JsonSerializer.Deserialize<JsonObject>(json)!);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return _stream!.DisposeAsync();
    }
}
