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
    private const string Unknown = "its address or the key of its stack is not known";

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

    public Task<LoginResult> RotateKeyAsync(Instance instance, CancellationToken ct) =>
        TryAsync(() => RotateOnceAsync(instance, ct));

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

    private async Task<LoginResult> RotateOnceAsync(Instance instance, CancellationToken ct)
    {
        if (await hosts.FindAsync(instance, ct) is not { } host
            || await StackAsync(instance, ct) is not { SshKey: { } key } stack)
        {
            return new LoginResult.Refused(Unknown);
        }

        // The second login, with the new key only, is the proof that the former ones may go.
        var added = await ServerSession.RunAsync(host, AccountPrograms.RotateKey(key.LineFor(stack.Name), []), ct);
        return added.ExitCode != 0
            ? new LoginResult.NotYet(added.Output.Trim())
            : await RemoveFormerAsync(host with { Keys = host.Keys with { FormerPrivateKeys = [] } }, stack, ct);
    }

    private static async Task<LoginResult> RemoveFormerAsync(ServerHost host, Stack stack, CancellationToken ct)
    {
        var former = (stack.KeyRotation?.FormerKeys ?? []).Select(key => key.PublicKey);
        var removed = await ServerSession.RunAsync(
            host, AccountPrograms.RotateKey(stack.SshKey!.LineFor(stack.Name), former), ct);
        return removed.ExitCode == 0 ? new LoginResult.LoggedIn("") : new LoginResult.NotYet(removed.Output.Trim());
    }

    private async Task<LoginResult> RemoveOnceAsync(Instance instance, CancellationToken ct)
    {
        if (await hosts.FindAsync(instance, ct) is not { } host
            || await StackAsync(instance, ct) is not { SshKey: { } key } stack)
        {
            return new LoginResult.Refused(Unknown);
        }

        var keys = (stack.KeyRotation?.FormerKeys ?? []).Prepend(key).Select(each => each.PublicKey);
        var result = await ServerSession.RunAsync(host, AccountPrograms.Deregister(keys), ct);
        return result.ExitCode == 0
            ? new LoginResult.LoggedIn("")
            : new LoginResult.NotYet($"the machine kept something: {result.Output.Trim()}");
    }

    private Task<Stack?> StackAsync(Instance instance, CancellationToken ct) =>
        store.ReadAsync(session => session.FindAsync<Stack>(instance.StackId), ct);
}
