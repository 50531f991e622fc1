using System.Buffers;

namespace CxMetrics.Ingestion.Json;

/// <summary>A sequence as one piece of memory, copied into a rented array only if it comes in several.</summary>
internal readonly struct PooledBytes : IDisposable
{
    private readonly byte[]? _rented;

    public PooledBytes(in ReadOnlySequence<byte> sequence)
    {
        if (sequence.IsSingleSegment)
        {
            Memory = sequence.First;
            return;
        }

        int length = checked((int)sequence.Length);
        _rented = ArrayPool<byte>.Shared.Rent(length);
        sequence.CopyTo(_rented);
        Memory = _rented.AsMemory(0, length);
    }

    public ReadOnlyMemory<byte> Memory { get; }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
