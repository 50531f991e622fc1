using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CxMetrics.Benchmarks.Load;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Posts of one NPS answer each, made in advance; only the id, the time and the customer are written anew.</summary>
internal sealed class SinglePosts : IRequestSource
{
    private const int Prepared = 1_024;
    private const int IdDigits = 16;
    private const int CustomerDigits = 6;

    private static readonly DateTime Today = new(2025, 6, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly byte[][] _requests = new byte[Prepared][];
    private readonly int[] _idAt = new int[Prepared];
    private readonly int[] _timeAt = new int[Prepared];
    private readonly int[] _customerAt = new int[Prepared];
    private long _number;

    public SinglePosts()
    {
        var responses = new GeneratedResponses(RowOrder.Shuffled, Prepared);
        for (int index = 0; index < Prepared; index++)
        {
            byte[] request = Request(responses[index]);
            _requests[index] = request;
            _idAt[index] = request.AsSpan().IndexOf("\"id\":\""u8) + 6;
            _timeAt[index] = request.AsSpan().IndexOf("\"respondedAt\":\""u8) + 15;
            _customerAt[index] = request.AsSpan().IndexOf("\"c-"u8) + 3;
        }
    }

    public ReadOnlySpan<byte> Next()
    {
        int index = (int)(_number % Prepared);
        byte[] request = _requests[index];
        // An odd factor keeps numbers apart, and scatters them as the ids of survey tools are.
        ulong id = (ulong)_number * 0x9E3779B97F4A7C15;
        id.TryFormat(request.AsSpan(_idAt[index], IdDigits), out _, "x16", CultureInfo.InvariantCulture);
        // The answers of a day as they come in: a thousand a second.
        DateTime time = Today.AddMilliseconds(_number);
        time.TryFormat(request.AsSpan(_timeAt[index]), out _, "s", CultureInfo.InvariantCulture);
        long customer = (long)(id >> 20) % ResponsePopulation.OneYear.Customers;
        Utf8Formatter.TryFormat(customer, request.AsSpan(_customerAt[index]), out _, new('D', CustomerDigits));
        _number++;
        return request;
    }

    // As a survey tool sends it: one answer of a customer.
    private static byte[] Request(GeneratedResponse response)
    {
        response = response with { Customer = 0, Comment = -1 };
        byte[] body = new byte[1_024];
        int length = GeneratedNdjson.Write(response, body);
        string header = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /v1/responses HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
        );
        return [.. Encoding.ASCII.GetBytes(header), .. body.AsSpan(0, length)];
    }
}
