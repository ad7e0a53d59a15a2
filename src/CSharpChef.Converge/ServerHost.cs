using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge;

/// <summary>A machine as a server knows it: all that a connection to it needs, as values.</summary>
/// <param name="Name">The name in messages and reports.</param>
/// <param name="Address">The address to connect to.</param>
/// <param name="Port">The port of sshd.</param>
/// <param name="Keys">The private key, and the host keys that are expected of the machine.</param>
internal sealed record ServerHost(string Name, string Address, int Port, GivenKeys Keys)
{
    /// <summary>The account on the machine.</summary>
    public string User { get; init; } = "csharpchef";

    /// <summary>
    /// Whether programs become root by sudo, which must not ask for a password. The user root needs none.
    /// </summary>
    public bool UsesSudo { get; init; } = true;

    /// <summary>The preferred key exchange. Default: post-quantum.</summary>
    public KeyExchange KeyExchange { get; init; }

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public Target Target => new(Name) { Address = Address, Port = Port, User = User, IsRemote = true };

    public SshOptions Ssh => new()
    {
        Keys = Keys,
        Transport = Transport.Builtin,
        KeyExchange = KeyExchange,
        ConnectTimeout = ConnectTimeout,
    };
}
