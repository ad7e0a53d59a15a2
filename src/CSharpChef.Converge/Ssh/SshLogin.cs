using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Converge.Ssh.HostKeys;
using CSharpChef.Converge.Ssh.Identities;
using Renci.SshNet;
using Renci.SshNet.Common;
using Renci.SshNet.Messages.Transport;

namespace CSharpChef.Converge.Ssh;

/// <summary>Connects and logs in to one host with its resolved settings, once.</summary>
internal sealed class SshLogin(SshSettings settings, SshOptions options, TimeProvider time)
{
    private readonly LoginAttempt attempt = new();

    /// <param name="via">The address to connect to instead, when a jump host leads to the host.</param>
    /// <param name="jumps">The connections to jump hosts, which are closed along with this connection.</param>
    /// <param name="ct">Cancels the login.</param>
    public async Task<SshConnection> ConnectAsync(
        (string Host, int Port)? via, IReadOnlyList<IAsyncDisposable> jumps, CancellationToken ct)
    {
        PoolThreads.EnsureMinimum();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var checker = new HostKeyChecker(settings, KnownKeys(), time);
        var client = Client(via ?? (settings.HostName, settings.Port), checker, limit);
        try
        {
            limit.CancelAfter(settings.Times.Connect);
            await Task.Run(client.Connect, ct).WaitAsync(limit.Token);
            return new SshConnection(client, attempt.Session ?? throw NoLogin(), settings, time, jumps);
        }
        catch (Exception e)
        {
            _ = Task.Run(client.Dispose, CancellationToken.None);
            throw e is OperationCanceledException && ct.IsCancellationRequested
                ? e
                : attempt.Error?.Again() ?? checker.Refusal ?? e as ConnectionException ?? Explain(e);
        }
    }

    private KnownHosts KnownKeys() => settings.Keys is { HostKeys: var lines }
        ? ExpectedHostKeys.Parse(lines, settings)
        : KnownHosts.Load(settings.KnownHosts);

    private SshClient Client((string Host, int Port) address, HostKeyChecker checker, CancellationTokenSource limit)
    {
        var info = new ConnectionInfo(address.Host, address.Port, settings.User, [.. Methods(limit)])
        {
            Timeout = settings.Times.Connect,
        };
        info.Encryptions.SetPosition("aes128-gcm@openssh.com", 0);
        if (settings.KeyExchange == KeyExchange.Classic)
        {
            info.KeyExchangeAlgorithms.SetPosition("curve25519-sha256", 0);
        }

        checker.OrderAlgorithms(info.HostKeyAlgorithms);
        var client = new SshClient(info);
        client.HostKeyReceived += checker.OnHostKeyReceived;
        return client;
    }

    private IEnumerable<AuthenticationMethod> Methods(CancellationTokenSource limit)
    {
        var files = new KeyFiles(path => Ask(options.AskPassphrase, path, limit));
        yield return new IdentityAuthentication(settings.User, new IdentityOrder(settings, files).ToTry(), attempt);
        if (options.AskPassword is not null && settings.AllowsPassword)
        {
            yield return new PasswordAuthentication(settings.User,
                () => Ask(options.AskPassword, $"{settings.User}@{settings.Alias}", limit), attempt);
        }
    }

    // SSH.NET waits for the answer on a pool thread. The time limit is suspended while the user types.
    private string? Ask(AskSecret? ask, string what, CancellationTokenSource limit)
    {
        limit.CancelAfter(Timeout.InfiniteTimeSpan);
        var answer = ask?.Invoke(what, limit.Token).GetAwaiter().GetResult();
        limit.CancelAfter(settings.Times.Connect);
        return answer;
    }

    private ConnectionException Explain(Exception e) => e switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            LoginError(ConnectionFailure.UnknownHost, $"The name {settings.HostName} cannot be resolved",
                For("Check the spelling, DNS, and HostName in your ssh config.", "Check the address and the DNS of this server."), e),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            LoginError(ConnectionFailure.Unreachable, $"{settings.Endpoint} refused the connection",
                For("Check that sshd runs there, and the port (host:port, --port or Port in your ssh config).",
                    "Check that sshd runs there, and the port."), e),
        SocketException { SocketErrorCode: SocketError.TimedOut } or OperationCanceledException
            or SshOperationTimeoutException =>
            TimedOut(e),
        SocketException
        {
            SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted
            or SocketError.Shutdown
        } => Dropped(e),
        SshConnectionException
        {
            DisconnectReason: DisconnectReason.ConnectionLost or DisconnectReason.ProtocolError
            or DisconnectReason.None
        }
            when attempt.Tried.Count == 0 => Dropped(e),
        SocketException => LoginError(ConnectionFailure.Unreachable, $"{settings.Endpoint} cannot be reached: {e.Message}",
            "Check the address, the network and the firewalls between.", e),
        SshAuthenticationException => NoLogin(e),
        _ when attempt.Tried.Count > 0 => NoLogin(e),
        _ => LoginError(
            ConnectionFailure.Unreachable, $"{settings.Endpoint} did not complete the SSH handshake: {e.Message}",
            "Check that sshd answers on this port, and its log.", e),
    };

    // sshd does this when more clients connect at once than its MaxStartups allows.
    private ConnectionException Dropped(Exception e) => LoginError(ConnectionFailure.Dropped,
        $"{settings.Endpoint} closed the connection before the SSH handshake was complete: {e.Message}",
        "Check that sshd answers on this port and its log; when many clients connect at once, raise MaxStartups in its "
            + $"sshd_config{For(" or lower --forks", "")}.", e);

    private ConnectionException TimedOut(Exception e) => LoginError(ConnectionFailure.TimedOut,
        $"{settings.Endpoint} did not complete the login within {settings.Times.Connect.TotalSeconds:0.#} s", "Check that the machine "
            + $"is up and that no firewall drops packets{For(", or raise the time limit with --timeout", "")}.", e);

    private ConnectionException NoLogin(Exception? e = null) => LoginError(ConnectionFailure.Authentication,
        $"{settings.Endpoint} refused the login of {settings.User}; tried: "
            + $"{(attempt.Tried.Count > 0 ? string.Join(", ", attempt.Tried) : "nothing, because no key was found")}",
        For($"Add the public key to ~{settings.User}/.ssh/authorized_keys, check the user name, or choose a key with --identity "
                + "(IdentitiesOnly keeps an agent with many keys quiet).",
            $"Add the public key of the stack to ~{settings.User}/.ssh/authorized_keys there, or register the machine again."), e);

    private string For(string person, string server) => settings.Keys is null ? person : server;

    private static ConnectionException LoginError(
        ConnectionFailure failure, string what, string advice, Exception? e) =>
        new(failure, $"{what}. {advice}", e);
}
