using System.Net.Sockets;
using System.Text;
using CSharpChef.Converge.Errors;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace CSharpChef.Converge.Ssh.Keyed;

/// <summary>
/// A login on a host with a private key that is a value, for a server: no settings, keys and known hosts of its account
/// are read.
/// </summary>
/// <param name="Address">The address that is connected to.</param>
/// <param name="Port">The port of sshd.</param>
/// <param name="User">The name of the user.</param>
/// <param name="PrivateKey">The key in the form of OpenSSH or PEM.</param>
internal sealed record KeyLogin(string Address, int Port, string User, string PrivateKey)
{
    private static readonly TimeSpan TimeToConnect = TimeSpan.FromSeconds(30);

    /// <summary>Tells whether to trust the host key.</summary>
    public required Func<byte[], bool> Accepts { get; init; }

    /// <summary>The type of the host key that is asked for first, such as ssh-ed25519; null for any.</summary>
    public string? HostKeyType { get; init; }

    /// <summary>Starts a command.</summary>
    /// <param name="command">The command for the user's shell.</param>
    /// <param name="shown">What is reached, for errors.</param>
    /// <param name="ct">Ends the login.</param>
    /// <returns>Its output and input; the connection is closed along with it.</returns>
    /// <exception cref="ConnectionException">The host cannot be reached, or it or the key is refused.</exception>
    /// <exception cref="UsageException">The private key cannot be read.</exception>
    public async Task<Stream> StartAsync(string command, string shown, CancellationToken ct)
    {
        using var key = Key();
        var client = Client(key);
        try
        {
            await client.ConnectAsync(ct);
            return new SshCommandStream(client, client.CreateCommand(command), shown);
        }
        catch (Exception e)
        {
            client.Dispose();
            if (e is SshException or SocketException or IOException
                || (e is OperationCanceledException && !ct.IsCancellationRequested))
            {
                throw new ConnectionException(
                    e is SshAuthenticationException ? ConnectionFailure.Authentication : ConnectionFailure.Unreachable,
                    PrintableText.Of(e.Message), e);
            }

            throw;
        }
    }

    private SshClient Client(PrivateKeyFile key)
    {
        var info = new ConnectionInfo(Address, Port, User, new PrivateKeyAuthenticationMethod(User, key))
        {
            Timeout = TimeToConnect,
        };
        foreach (var name in info.HostKeyAlgorithms.Keys.Where(IsOfType).Reverse().ToList())
        {
            info.HostKeyAlgorithms.SetPosition(name, 0);
        }

        var client = new SshClient(info);
        client.HostKeyReceived += (_, seen) => seen.CanTrust = Accepts(seen.HostKey);
        return client;
    }

    // RFC 8332: a key of RSA signs by other algorithms than its type is called.
    private bool IsOfType(string algorithm) => algorithm == HostKeyType
        || (HostKeyType == "ssh-rsa" && algorithm is "rsa-sha2-512" or "rsa-sha2-256");

    private PrivateKeyFile Key()
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes($"{PrivateKey.ReplaceLineEndings("\n").Trim()}\n");
            return new PrivateKeyFile(new MemoryStream(bytes));
        }
        catch (SshPassPhraseNullOrEmptyException)
        {
            throw new UsageException("has a passphrase: set one without");
        }
        catch (Exception e) when (e is SshException or FormatException or ArgumentException
            or InvalidOperationException or NotSupportedException or IndexOutOfRangeException)
        {
            throw new UsageException("is not a private key in the form of OpenSSH or PEM");
        }
    }
}
