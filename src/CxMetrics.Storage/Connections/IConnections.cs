namespace CxMetrics.Storage.Connections;

/// <summary>The connections that a dialect keeps open for reads.</summary>
internal interface IConnections
{
    /// <summary>Closes those that are idle, and the others when their reads end.</summary>
    void Close();
}
