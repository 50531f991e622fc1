namespace CxMetrics.Storage.Connections;

/// <summary>A fault of the database server, told apart by kind. The message is one sentence for whoever runs the service.</summary>
internal sealed class StorageFaultException(StorageFault fault, string message, Exception? cause = null)
    : Exception(message, cause)
{
    public StorageFault Fault { get; } = fault;
}
