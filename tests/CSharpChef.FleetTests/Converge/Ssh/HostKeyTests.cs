using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Ssh;

/// <summary>Runs on hosts whose key is unknown or changed, or that refuse the login.</summary>
public sealed class HostKeyTests(Fleet fleet) : IDisposable
{
    private const int Node = 1;
    private const string Recipe = """Log("hello");""";
    private readonly ScratchRecipes recipes = new();
    private readonly string known = Path.GetTempFileName();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_host_key_is_refused_even_when_new_keys_are_accepted()
    {
        await fleet.StartInstancesAsync(ct);
        var another = (await File.ReadAllTextAsync(Fleet.Key + ".pub", ct)).Split(' ');
        await File.WriteAllTextAsync(known, $"{Fleet.Address(Node)} {another[0]} {another[1]}\n", ct);

        var run = await recipes.RunAsync(Node, Recipe, ct, change: WithKnownHosts(HostKeyCheck.AcceptNew));

        Assert.Equal(
            (HostStatus.Unreachable, ConnectionFailure.HostKey),
            (run.Status, Assert.IsType<ConnectionException>(run.Error).Failure));
        Assert.Contains(
            $"The host key of {Fleet.Address(Node)} has changed", run.Error!.Message, StringComparison.Ordinal);
        Assert.Contains($"{known}:1", run.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_key_is_refused_with_its_fingerprint()
    {
        await fleet.StartInstancesAsync(ct);
        var fingerprint =
            (await Fleet.ExecAsync(Node, "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub", ct)).Split(' ')[1];

        var run = await recipes.RunAsync(Node, Recipe, ct, change: WithKnownHosts(HostKeyCheck.Strict));

        Assert.Equal(
            (HostStatus.Unreachable, ConnectionFailure.HostKey),
            (run.Status, Assert.IsType<ConnectionException>(run.Error).Failure));
        Assert.Contains("is not known", run.Error!.Message, StringComparison.Ordinal);
        Assert.Contains(fingerprint, run.Error.Message, StringComparison.Ordinal);
        Assert.Equal("", await File.ReadAllTextAsync(known, ct));
    }

    [Fact]
    public async Task An_unknown_host_key_is_written_to_known_hosts_when_new_keys_are_accepted()
    {
        await fleet.StartInstancesAsync(ct);

        await recipes.RunSuccessfullyAsync(Node, Recipe, ct, change: WithKnownHosts(HostKeyCheck.AcceptNew));
        await recipes.RunSuccessfullyAsync(Node, Recipe, ct, change: WithKnownHosts(HostKeyCheck.Strict));

        var key = (await Fleet.ExecAsync(Node, "cat /etc/ssh/ssh_host_ed25519_key.pub", ct)).Split(' ')[1];
        Assert.Contains(key, await File.ReadAllTextAsync(known, ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_as_an_unknown_user_is_an_error_that_lists_the_keys_tried()
    {
        await fleet.StartInstancesAsync(ct);

        var run = await recipes.RunAsync(Node, Recipe, ct, user: "nobody-here");

        Assert.Equal(
            (HostStatus.Unreachable, ConnectionFailure.Authentication),
            (run.Status, Assert.IsType<ConnectionException>(run.Error).Failure));
        Assert.Contains("refused the login of nobody-here", run.Error!.Message, StringComparison.Ordinal);
        Assert.Contains(Fleet.Key, run.Error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        recipes.Dispose();
        File.Delete(known);
    }

    private Func<SessionOptions, SessionOptions> WithKnownHosts(HostKeyCheck check) =>
        session => session with { Ssh = session.Ssh with { KnownHosts = known, HostKeyCheck = check } };
}
