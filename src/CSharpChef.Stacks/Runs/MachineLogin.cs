using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Ssh.Config;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>Logs in to machines over SSH, with the keys of their stacks.</summary>
internal sealed class MachineLogin(DocumentStore store) : IMachineLogin
{
    private readonly ServerHosts hosts = new(store);

    public async Task<LoginResult> TryAsync(Instance instance, CancellationToken ct)
    {
        try
        {
            return await hosts.FindAsync(instance, ct) is { } host
                ? new LoginResult.LoggedIn(await ServerSession.TryLoginAsync(Quick(host), ct))
                : new LoginResult.NotYet("the address of the machine is not known");
        }
        catch (ConnectionException e) when (e.Failure == ConnectionFailure.HostKey)
        {
            return new LoginResult.Refused(e.Message);
        }
        catch (ChefException e)
        {
            return new LoginResult.NotYet(e.Message);
        }
    }

    public async Task RebootAsync(Instance instance, CancellationToken ct)
    {
        if (await hosts.FindAsync(instance, ct) is { } host)
        {
            await ServerSession.RunAsync(host, RebootCommand.Text, ct);
        }
    }

    // A login tells nothing that must stay secret for decades, and there is one for each machine and minute.
    private static ServerHost Quick(ServerHost host) => host with { KeyExchange = KeyExchange.Classic };
}
