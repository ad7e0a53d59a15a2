using CSharpChef.Converge;
using CSharpChef.Converge.Accounts;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Fleet.Logins;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs.Accounts;

/// <summary>Changes the accounts on machines over SSH.</summary>
internal sealed class MachineAccounts(DocumentStore store) : IMachineAccounts
{
    private readonly ServerHosts hosts = new(store);

    public async Task<LoginsResult> SyncAsync(Instance instance, CancellationToken ct)
    {
        var result = new LoginsResult(new LoginResult.LoggedIn(""));
        var login = await TryAsync(
            async () =>
            {
                var host = await hosts.FindAsync(instance, ct)
                    ?? throw new ConvergeException("the address of the machine is not known");
                var program = await store.ReadAsync(
                    session => MachineLogins.ProgramAsync(session, instance.StackId), ct);
                var ended = await ServerSession.RunAsync(host, program, ct);
                result = MachineLogins.Read(ended.ExitCode, ended.Output);
                return result.Login;
            });
        return result with { Login = login };
    }

    public Task<LoginResult> RemoveAsync(Instance instance, CancellationToken ct) =>
        TryAsync(() => RemoveOnceAsync(instance, ct));

    private static async Task<LoginResult> TryAsync(Func<Task<LoginResult>> work)
    {
        try
        {
            return await work();
        }
        catch (ConnectionException e) when (e.Failure is ConnectionFailure.HostKey or ConnectionFailure.Authentication)
        {
            return new LoginResult.Refused(e.Message);
        }
        catch (ChefException e)
        {
            return new LoginResult.NotYet(e.Message);
        }
    }

    private async Task<LoginResult> RemoveOnceAsync(Instance instance, CancellationToken ct)
    {
        if (await hosts.FindAsync(instance, ct) is not { } host || await KeyAsync(instance, ct) is not { } key)
        {
            return new LoginResult.Refused("its address or the key of its stack is not known");
        }

        var result = await ServerSession.RunAsync(host, AccountPrograms.Deregister(key), ct);
        return result.ExitCode == 0
            ? new LoginResult.LoggedIn("")
            : new LoginResult.NotYet($"the machine kept something: {result.Output.Trim()}");
    }

    private async Task<string?> KeyAsync(Instance instance, CancellationToken ct) =>
        (await store.ReadAsync(session => session.FindAsync<Stack>(instance.StackId), ct))?.SshKey?.PublicKey;
}
