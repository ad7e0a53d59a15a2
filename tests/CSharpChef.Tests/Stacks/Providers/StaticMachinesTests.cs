using System.Net;
using System.Net.Sockets;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Static;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class StaticMachinesTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<string> commands = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    [Fact]
    public async Task A_registered_machine_cannot_be_started_stopped_or_terminated()
    {
        var machines = Machines(code: 0);

        var start = await Assert.ThrowsAsync<ProviderException>(() => machines.StartAsync("db", Cancel));
        var stop = await Assert.ThrowsAsync<ProviderException>(() => machines.StopAsync("db", force: true, Cancel));
        var terminate = await Assert.ThrowsAsync<ProviderException>(() => machines.TerminateAsync("db", Cancel));
        var console = await Assert.ThrowsAsync<ProviderException>(() => machines.ConsoleAsync("db", Cancel));

        Assert.Equal(
            "Cannot start machine db: it is registered, and a registered machine cannot be started by the server. Start it with the tools of its host.",
            start.Message);
        Assert.Equal(
            "Cannot stop machine db: it is registered, and a registered machine cannot be stopped by the server. Stop it with the tools of its host.",
            stop.Message);
        Assert.Equal(
            "Cannot terminate machine db: it is registered, and a registered machine cannot be terminated by the server. Deregister it to remove it from the stack.",
            terminate.Message);
        Assert.Equal(
            "Cannot read the console of machine db: it is registered. Use the tools of its host.", console.Message);
    }

    [Fact]
    public async Task No_machine_is_made_of_an_order_for_a_registered_one()
    {
        var order = new MachineOrder("db", 1, "db");

        var error = await Assert.ThrowsAsync<ProviderException>(() => Machines(code: 0).LaunchAsync(order, Cancel));

        Assert.Equal(
            "Cannot make a machine for db: the provider 'static' has registered machines only. "
                + "Register an existing machine: csharpchef instance register USER@HOST.",
            error.Message);
        Assert.Equal(error.Message, await Machines(code: 0).ValidateAsync(order, Cancel));
        Assert.Null(await Machines(code: 0).FindAsync(order.Token, Cancel));
    }

    [Theory]
    [InlineData("SSH-2.0-any\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\n", false)]
    [InlineData("SS", false)]
    public async Task A_registered_machine_is_running_when_an_SSH_server_answers(string greeting, bool runs)
    {
        listener.Start();
        var answering = AnswerAsync(greeting);

        var machine = await Machines(code: 0).DescribeAsync("db", Cancel);
        await answering;

        Assert.Equal(
            (runs ? MachineState.Running : MachineState.Stopped, "127.0.0.1", Port, "ssh-ed25519 AAAA"),
            (machine!.State, machine.Address, machine.Port, Assert.Single(machine.HostKeys)));
    }

    [Fact]
    public async Task A_registered_machine_without_an_SSH_answer_is_stopped()
    {
        listener.Start();
        var description = await Machines(code: 0).DescribeAsync("db", Cancel);
        listener.Stop();
        var absent = await Machines(code: 0, port: 1).DescribeAsync("db", Cancel);

        Assert.Equal((MachineState.Stopped, MachineState.Stopped), (description!.State, absent!.State));
    }

    [Fact]
    public async Task A_machine_that_is_not_registered_has_no_description() =>
        Assert.Null(await Machines(code: 0).DescribeAsync("other", Cancel));

    [Fact]
    public async Task A_reboot_of_a_registered_machine_runs_one_command()
    {
        await Machines(code: 0, port: 22).RebootAsync("db", Cancel);

        Assert.Equal(
            "127.0.0.1 (sleep 1; systemctl reboot || reboot) </dev/null >/dev/null 2>&1 &", Assert.Single(commands));
    }

    [Fact]
    public async Task The_error_for_a_failed_reboot_has_the_exit_code()
    {
        var failed =
            await Assert.ThrowsAsync<ProviderException>(() => Machines(code: 126, port: 22).RebootAsync("db", Cancel));
        var unknown =
            await Assert.ThrowsAsync<ProviderException>(() => Machines(code: 0, port: 22).RebootAsync("other", Cancel));

        Assert.Equal(
            "Cannot reboot machine db at 127.0.0.1: the command ended with 126. Reboot it by hand.", failed.Message);
        Assert.Equal(
            "Cannot reboot machine other: no machine with that id is registered. Register it first.", unknown.Message);
    }

    public void Dispose() => listener.Dispose();

    private StaticMachines Machines(int code, int? port = null) => new(
        (id, _) => Task.FromResult(id == "db"
            ? new StaticMachine("db", "127.0.0.1") { Port = port ?? Port, HostKeys = ["ssh-ed25519 AAAA"] }
            : null),
        (machine, command, _) =>
        {
            commands.Add($"{machine.Address} {command}");
            return Task.FromResult(code);
        })
    {
        Limit = TimeSpan.FromMilliseconds(200),
    };

    private async Task AnswerAsync(string greeting)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancel);
        await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(greeting), Cancel);
    }
}
