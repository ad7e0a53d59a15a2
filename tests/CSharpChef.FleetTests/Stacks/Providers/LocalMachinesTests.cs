using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;
using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Images;
using CSharpChef.Stacks.Providers.Static;

namespace CSharpChef.FleetTests.Stacks.Providers;

[Collection(FleetCollectionFactory.LocalMachines)]
public sealed class LocalMachinesTests : IAsyncLifetime
{
    private LocalHost host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await LocalHost.CreateAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_machine_accepts_the_converge_account_and_runs_systemd()
    {
        var order = host.Order("web-1");

        var machine = await host.StartAsync(order, Cancel);

        Assert.Equal((order.Token, MachineState.Running), (machine.Id, machine.State));
        Assert.Equal("csharpchef\n0\nweb-1\n1\nactive\n",
            await host.RunAsync(
                machine,
                "id -un; sudo -n id -u; hostname; sudo -n cat /proc/1/comm | grep -c systemd; systemctl is-active dbus",
                Cancel));
    }

    [Fact]
    public async Task A_recipe_converges_on_a_local_machine()
    {
        var machine = await host.StartAsync(host.Order(), Cancel);
        const string Recipe = """
            File("/etc/greeting", f => { f.Content = "hello\n"; });
            Service("cron", s => s.Do(s.Stop));
            """;

        var first = await host.ConvergeAsync(machine, Recipe, Cancel);
        var second = await host.ConvergeAsync(machine, Recipe, Cancel);

        Assert.True(first.Status == HostStatus.Ok, ScratchRecipes.FailureText(first));
        Assert.Contains(first.Resources, resource => resource.Status == ResultStatus.Changed);
        Assert.DoesNotContain(second.Resources, resource => resource.Status == ResultStatus.Changed);
        Assert.Equal("hello\n", await host.RunAsync(machine, "cat /etc/greeting", Cancel));
    }

    [Fact]
    public async Task Only_root_of_this_host_may_enter_the_folder_of_machines()
    {
        await host.Machines.LaunchAsync(host.Order(), Cancel);

        var mode = await LocalCommand.RunAsync(["stat", "-c", "%a", MachineFolder.All(host.Options)], "", Cancel);

        Assert.Equal("700\n", mode.Output);
    }

    [Fact]
    public async Task A_stopped_machine_starts_again_with_its_address_host_keys_and_disk()
    {
        var order = host.Order();
        var first = await host.StartAsync(order, Cancel);
        await host.RunAsync(first, "echo kept >kept", Cancel);

        await host.StopAsync(order.Token, Cancel);
        var stopped = await host.Machines.DescribeAsync(order.Token, Cancel);
        var restarted = await host.StartAsync(order, Cancel);

        Assert.Equal(MachineState.Stopped, stopped!.State);
        Assert.Equal((first.Address, first.HostKeys[0]), (restarted.Address, restarted.HostKeys[0]));
        Assert.Equal("kept\n", await host.RunAsync(restarted, "cat kept", Cancel));
    }

    [Fact]
    public async Task Stopping_a_machine_lets_its_services_shut_down()
    {
        var order = host.Order();
        var machine = await host.StartAsync(order, Cancel);
        await host.RunAsync(
            machine,
            "systemd-run --unit=last -p 'ExecStop=/bin/sh -c \"echo bye >/root/bye\"' sleep 1000",
            Cancel,
            asRoot: true);

        await host.StopAsync(order.Token, Cancel);

        Assert.Equal("bye\n", await File.ReadAllTextAsync(
            Path.Combine(new MachineFolder(host.Options, order.Token).Upper, "root/bye"), Cancel));
    }

    [Fact]
    public async Task A_machine_that_does_not_stop_within_the_limit_is_killed()
    {
        var order = host.Order();
        var machine = await host.StartAsync(order, Cancel);
        await host.RunAsync(
            machine, "systemd-run --unit=last -p 'ExecStop=/bin/sleep 80' sleep 1000", Cancel, asRoot: true);

        var impatient = new LocalMachines(host.Options with { StopLimit = TimeSpan.FromSeconds(1) });
        await impatient.StopAsync(order.Token, force: false, Cancel);
        var stopping = await impatient.DescribeAsync(order.Token, Cancel);
        await UntilAsync(async () =>
        {
            await impatient.StopAsync(order.Token, force: false, Cancel);
            return (await impatient.DescribeAsync(order.Token, Cancel))!.State is MachineState.Stopped;
        });

        Assert.Equal(MachineState.Stopping, stopping!.State);
        Assert.Equal(MachineState.Running, (await host.StartAsync(order, Cancel)).State);
    }

    [Fact]
    public async Task A_machine_reboots_on_request_and_by_itself()
    {
        const string Boot = "cat /proc/sys/kernel/random/boot_id";
        var order = host.Order();
        var machine = await host.StartAsync(order, Cancel);
        var boots = new List<string> { await host.RunAsync(machine, Boot, Cancel) };

        await host.Machines.RebootAsync(order.Token, Cancel);
        await UntilAsync(async () =>
            (await host.Machines.DescribeAsync(order.Token, Cancel))!.BootId is { } now && now != boots[0].Trim());
        await host.SeenAsync(order.Token, MachineState.Running, Cancel);
        boots.Add(await host.RunAsync(machine, Boot, Cancel));
        await host.RunAsync(
            machine, "(sleep 0.2; systemctl reboot) >/dev/null 2>&1 </dev/null &", Cancel, asRoot: true);
        await UntilAsync(
            async () => (await host.Machines.DescribeAsync(order.Token, Cancel))!.State != MachineState.Running);
        await UntilAsync(
            async () => (await host.Machines.DescribeAsync(order.Token, Cancel))!.State == MachineState.Running);
        boots.Add(await host.RunAsync(machine, Boot, Cancel));

        Assert.Equal(3, boots.Distinct().Count());
    }

    [Fact]
    public async Task A_machine_that_is_still_booting_can_be_stopped()
    {
        var order = host.Order();
        await host.StartAsync(order, Cancel);
        var group = new MachineGroup(host.Options, order.Token);
        var before = group.First();
        await LocalCommand.RunAsync(["kill", "-39", $"{before!.Id}"], "", Cancel);
        await UntilAsync(() => Task.FromResult(group.First() is { } now && now != before));

        await host.StopAsync(order.Token, Cancel).WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        Assert.False(group.IsPopulated());
    }

    [Fact]
    public async Task Two_machines_start_at_once_and_reach_each_other()
    {
        var machines = await Task.WhenAll(
            host.StartAsync(host.Order("web-1"), Cancel), host.StartAsync(host.Order("web-2"), Cancel));

        Assert.NotEqual(machines[0].Address, machines[1].Address);
        var greeting = await host.RunAsync(
            machines[0],
            $"timeout 5 bash -c 'read -r -n 4 line </dev/tcp/{machines[1].Address}/22; echo $line'",
            Cancel);
        Assert.Equal("SSH-\n", greeting);
    }

    [Fact]
    public async Task Launching_one_order_twice_at_once_creates_one_machine()
    {
        var order = host.Order();

        var machines = await Task.WhenAll(host.StartAsync(order, Cancel), host.StartAsync(order, Cancel));

        Assert.Equal(machines[0].Address, machines[1].Address);
        Assert.Single(MachineFolder.Records(host.Options));
    }

    [Fact]
    public async Task A_machine_does_not_descend_from_the_server_and_another_server_finds_it()
    {
        var order = host.Order();
        var machine = await host.StartAsync(order, Cancel);
        var first = new MachineGroup(host.Options, order.Token).First();

        var found = await new LocalMachines(host.Options).DescribeAsync(order.Token, Cancel);
        var restarted = await new LocalMachines(host.Options).LaunchAsync(order, Cancel);

        Assert.DoesNotContain(Environment.ProcessId, Ancestors(first!.Id));
        Assert.Equal((MachineState.Running, machine.Address), (found!.State, found.Address));
        Assert.Equal(machine.HostKeys, restarted.HostKeys);
        Assert.Equal(first, new MachineGroup(host.Options, order.Token).First());
    }

    [Fact]
    public async Task A_machine_after_a_power_loss_is_reported_as_stopped_and_starts_again()
    {
        var order = host.Order();
        await host.StartAsync(order, Cancel);
        var group = new MachineGroup(host.Options, order.Token);

        group.Kill();
        await UntilAsync(() => Task.FromResult(!group.IsPopulated()));
        var stopped = await host.Machines.DescribeAsync(order.Token, Cancel);
        var restarted = await host.StartAsync(order, Cancel);

        Assert.Equal((MachineState.Stopped, MachineState.Running), (stopped!.State, restarted.State));
    }

    [Fact]
    public async Task A_machine_that_cannot_boot_stops_by_itself_and_its_console_says_why()
    {
        var order = host.Order();
        var machine = await host.StartAsync(order, Cancel);
        await host.RunAsync(machine, "rm /sbin/init /usr/lib/systemd/systemd", Cancel, asRoot: true);
        await host.StopAsync(order.Token, Cancel);

        await host.Machines.StartAsync(order.Token, Cancel);
        await host.SeenAsync(order.Token, MachineState.Stopped, Cancel);

        Assert.Contains(
            "init",
            await host.Machines.ConsoleAsync(order.Token, Cancel),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminated_machine_leaves_no_files_and_frees_its_address()
    {
        var (order, other) = (host.Order("web-1"), host.Order("web-2"));
        var machine = await host.StartAsync(order, Cancel);
        await host.StartAsync(other, Cancel);

        await host.Machines.TerminateAsync(order.Token, Cancel);
        var remaining = await host.Machines.DescribeAsync(other.Token, Cancel);
        var terminated = await host.Machines.DescribeAsync(order.Token, Cancel);
        var next = await host.StartAsync(host.Order("web-3"), Cancel);
        await host.Machines.TerminateAsync(next.Id, Cancel);
        await host.Machines.TerminateAsync(other.Token, Cancel);
        await host.Machines.TerminateAsync(other.Token, Cancel);

        Assert.Equal((MachineState.Running, null, machine.Address), (remaining!.State, terminated, next.Address));
        Assert.Empty(host.Remains());
    }

    [Fact]
    public async Task The_error_for_an_unknown_machine_says_what_to_do()
    {
        var id = host.Order().Token;

        var error = await Assert.ThrowsAsync<ProviderException>(() => host.Machines.RebootAsync(id, Cancel));

        Assert.Equal(
            $"Cannot reboot machine {id}: this host has no such machine. Launch a new machine instead.", error.Message);
    }

    [Fact]
    public async Task An_operating_system_without_a_base_image_is_refused_with_the_command_that_builds_it()
    {
        var (known, unknown) = (host.Order() with { Os = "Debian 13" }, host.Order() with { Os = "Ubuntu 22.04 LTS" });

        var missing = await Assert.ThrowsAsync<ProviderException>(() => host.Machines.LaunchAsync(known, Cancel));
        var refused = await Assert.ThrowsAsync<ProviderException>(() => host.Machines.LaunchAsync(unknown, Cancel));

        Assert.Equal(
            $"There is no base image of trixie in {host.Options.Folder}/images. "
                + $"Build one: csharpchef provider local build --suite trixie --folder {host.Options.Folder}.",
            missing.Message);
        Assert.Equal(
            "Machines of this host cannot run 'Ubuntu 22.04 LTS'. Set Os to one of: Debian 13, Debian 12, Debian 11.",
            refused.Message);
        Assert.Equal(missing.Message, await host.Machines.ValidateAsync(known, Cancel));
        Assert.Equal(refused.Message, await host.Machines.ValidateAsync(unknown, Cancel));
        Assert.Null(await host.Machines.ValidateAsync(host.Order() with { Os = "debian-12" }, Cancel));
        Assert.Empty(MachineFolder.Ids(host.Options));
    }

    [Fact]
    public async Task A_subnet_in_use_is_refused()
    {
        await host.StartAsync(host.Order(), Cancel);

        var error = await Assert.ThrowsAsync<ProviderException>(() =>
            new LocalMachines(host.Options with { Bridge = "cheftt" }).LaunchAsync(host.Order(), Cancel));

        Assert.StartsWith(
            "The subnet 198.19.240.0/24 for machines of this host is in use: cheft has 198.19.240.1/24.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_machine_is_described_and_rebooted()
    {
        var order = host.Order();
        var machine = await host.StartAsync(order, Cancel);
        var registered = new StaticMachine("db", machine.Address!) { HostKeys = machine.HostKeys };
        var provider = new StaticMachines(
            (id, _) => Task.FromResult(id == "db" ? registered : null), async (_, command, ct) =>
            {
                await host.RunAsync(machine, command, ct, asRoot: true);
                return 0;
            });
        var before = new MachineGroup(host.Options, order.Token).First();

        var running = await provider.DescribeAsync("db", Cancel);
        await provider.RebootAsync("db", Cancel);
        await UntilAsync(
            () => Task.FromResult(new MachineGroup(host.Options, order.Token).First() is { } now && now != before));
        await host.StartAsync(order, Cancel);
        await host.StopAsync(order.Token, Cancel);
        var stopped = await provider.DescribeAsync("db", Cancel);

        Assert.Equal((MachineState.Running, MachineState.Stopped), (running!.State, stopped!.State));
        Assert.Equal(machine.HostKeys, running.HostKeys);
    }

    /// <summary>Downloads from a Debian mirror; runs only with <c>-- --explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Machines_boot_from_an_image_that_was_built_here()
    {
        var lines = new List<string>();
        var image = await new ImageBuild(host.Options, lines.Add).RunAsync(
            new(Suites.Default) { Include = ["jq"] }, replace: true, Cancel);

        var machine = await host.StartAsync(host.Order(), Cancel);

        Assert.Equal("active\n0\n/usr/bin/jq\n", await host.RunAsync(
            machine, "systemctl is-active ssh; systemctl --failed --quiet | wc -l; command -v jq", Cancel));
        Assert.Contains("jq", image.Packages);
        Assert.NotEmpty(lines);
    }

    private static Task UntilAsync(Func<Task<bool>> condition) => LocalHost.UntilAsync(condition, Cancel);

    private static List<int> Ancestors(int process)
    {
        var all = new List<int>();
        while (process > 1)
        {
            var status = File.ReadLines($"/proc/{process}/status")
                .First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
            process = int.Parse(status["PPid:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            all.Add(process);
        }

        return all;
    }
}
