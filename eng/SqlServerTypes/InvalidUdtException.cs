namespace Microsoft.SqlServer.Server;

public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException() { }

    public InvalidUdtException(string message)
        : base(message) { }

    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException) { }

    public static InvalidUdtException Create(Type udtType, string resourceReason)
    {
        ArgumentNullException.ThrowIfNull(udtType);
        return new InvalidUdtException($"{udtType.FullName} is no type of the server: {resourceReason}");
    }
}
