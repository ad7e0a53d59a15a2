using CSharpChef.Converge.Errors;
using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// The course of one login: the keys tried and our own error. It also keeps the session, which SSH.NET passes only to
/// authentication methods.
/// </summary>
internal sealed class LoginAttempt
{
    public Session? Session { get; set; }

    public List<string> Tried { get; } = [];

    /// <summary>An error of ours, which the library would otherwise replace by its own.</summary>
    public ConnectionException? Error { get; set; }
}
