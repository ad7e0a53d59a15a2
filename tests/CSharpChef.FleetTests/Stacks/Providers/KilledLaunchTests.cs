using System.Diagnostics;
using CSharpChef.FleetTests.Machines;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;

namespace CSharpChef.FleetTests.Stacks.Providers;

/// <summary>A server is killed while it launches a machine.</summary>
[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class KilledLaunchTests : IAsyncLifetime
{
    private LocalHost host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The files of a machine in the order in which a launch makes them.</summary>
    public static TheoryData<string> Files =>
        ["machine.json", "ssh_host_ed25519_key", "upper.new", "upper", "boot.sh", "console.log", "launched"];

    public async ValueTask InitializeAsync() => host = await LocalHost.CreateAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_machine_whose_launch_was_killed_is_found_and_terminated_without_a_trace(string file)
    {
        var order = host.Order();
        await LaunchAndKillAsync(order, file);

        var found = await host.Machines.FindAsync(order.Token, Cancel);
        await LocalHost.UntilAsync(async () =>
        {
            return await IsTerminatedAsync(order) && !host.Remains().Any();
        }, Cancel);

        Assert.Equal(order.Token, found!.Id);
    }

    [Theory, MemberData(nameof(Files))]
    public async Task A_launch_that_was_killed_is_completed_by_the_next_one(string file)
    {
        var order = host.Order();
        await LaunchAndKillAsync(order, file);
        var first = await host.Machines.FindAsync(order.Token, Cancel);

        await host.Machines.LaunchAsync(order, Cancel);
        var running = await host.SeenAsync(order.Token, MachineState.Running, Cancel);

        Assert.Equal(first!.Address, running.Address);
        Assert.Equal("csharpchef\n", await host.RunAsync(running, "id -un", Cancel));
    }

    // A program of the killed launch may still write into the folder that is removed: then it is called again.
    private async Task<bool> IsTerminatedAsync(MachineOrder order)
    {
        try
        {
            await host.Machines.TerminateAsync(order.Token, Cancel);
            return await host.Machines.FindAsync(order.Token, Cancel) is null;
        }
        catch (ProviderException)
        {
            return false;
        }
    }

    private async Task LaunchAndKillAsync(MachineOrder order, string file)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                GetType().Assembly.Location, "-noLogo", "-explicit", "only", "-class", typeof(LaunchingProcessTests).FullName!,
            ])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[LaunchingProcessTests.Folder] = host.Options.Folder;
        start.Environment[LaunchingProcessTests.Instance] = order.InstanceId;
        start.Environment[LaunchingProcessTests.Key] = order.AuthorizedKeys[0];
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var path = Path.Combine(new MachineFolder(host.Options, order.Token).Path, file);
        while (!Path.Exists(path))
        {
            Assert.False(process.HasExited && !Path.Exists(path), "The launch ended without the file.");
            await Task.Yield();
        }

        // As SIGKILL does it: the programs that the process has started go on.
        process.Kill();
        await process.WaitForExitAsync(Cancel);
        await output.WaitAsync(Cancel);
    }
}
