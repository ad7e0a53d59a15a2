namespace CSharpChef.Converge.Errors;

internal enum ConnectionFailure
{
    Unreachable,
    UnknownHost,
    HostKey,
    Authentication,
    Sudo,
    TimedOut,
    Dropped,
    Lost,

    /// <summary>The login succeeded, and the host does not answer our input.</summary>
    NoAnswer,

    /// <summary>The host allows no further command on this connection.</summary>
    NoSession,
}

/// <summary>A host could not be reached, its key not trusted, or the login failed.</summary>
internal sealed class ConnectionException(ConnectionFailure failure, string message, Exception? inner = null)
    : ChefException(message, inner)
{
    public override int ExitCode => 4;

    public ConnectionFailure Failure { get; } = failure;

    /// <summary>The same failure for another caller: an exception object is thrown only once.</summary>
    public ConnectionException Again() => new(Failure, Message, this);
}
