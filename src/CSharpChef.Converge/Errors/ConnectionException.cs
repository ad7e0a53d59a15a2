namespace CSharpChef.Converge.Errors;

internal enum ConnectionFailure { Unreachable, UnknownHost, HostKey, Authentication, Sudo, TimedOut, Dropped, Lost }

/// <summary>The machine could not be reached, trusted or entered.</summary>
internal sealed class ConnectionException(ConnectionFailure failure, string message, Exception? inner = null)
    : ChefException(message, inner)
{
    public override int ExitCode => 4;

    public ConnectionFailure Failure { get; } = failure;

    /// <summary>The same failure for one more who meets it; an exception object is thrown once.</summary>
    public ConnectionException Again() => new(Failure, Message, this);
}
