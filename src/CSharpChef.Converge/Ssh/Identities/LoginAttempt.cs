using CSharpChef.Converge.Errors;
using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// What happened while logging in. It is also how we come by the session, which SSH.NET shows to nobody else.
/// </summary>
internal sealed class LoginAttempt
{
    public Session? Session { get; set; }

    public List<string> Tried { get; } = [];

    /// <summary>An error of ours; it must not be lost in the library's own.</summary>
    public ConnectionException? Error { get; set; }
}
