using System.Globalization;
using System.Runtime.CompilerServices;
using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Sudo;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Workload;

/// <summary>The workload of 50 resources on a machine with nothing but sshd and a shell.</summary>
public sealed class WebNodeTests(Fleet fleet)
{
    private const int Node = 2;
    private const int MostProcesses = 15;

    // The expected text of the templates, as commands of the machine make it.
    private const string ExpectedTemplates = """
        name=$(hostname) address=$(ip -4 -o addr show dev eth0 | awk '{ sub("/.*", "", $4); print $4 }') cpus=$(nproc)
        memory=$(awk '$1 == "MemTotal:" { printf "%.0f", $2 * 1024 }' /proc/meminfo)
        printf '# %s: what the node is.\nname = %s\naddress = %s\nworkers = %s\nmemory = %s\n' "$name" "$name" "$address" "$cpus" "$memory"
        printf 'This is %s (%s), a web node.\nIt has %s processors and %s bytes of memory.\n' "$name" "$address" "$cpus" "$memory"
        """;

    private const string Inspection = """
        stat -c '%a %U %G %n' /etc/web-node/sites /etc/web-node/workers /etc/web-node/pools /etc/web-node/logging /srv/web-node
        stat -c '%a %U %G %n' /etc/web-node/node.conf /etc/web-node/workers.env /etc/web-node/cache.conf /etc/web-node/metrics.yml /etc/web-node/motd
        getent group webnode; getent passwd webnode webops; ls -d /home/webops
        systemctl is-active web-node; systemctl is-enabled web-node; systemctl is-active cron
        readlink /etc/web-node/default.conf /etc/web-node/default.ini /srv/web-node/config
        dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' hello tree
        grep queue /etc/hosts; grep -c '^    ServerAliveInterval 30$' /etc/ssh/ssh_config
        sort -uc /etc/web-node/mime.sorted && wc -l </etc/web-node/mime.sorted
        grep -hv '^#' /etc/cron.d/web-node-*
        """;

    private const string Expected = """
        755 root root /etc/web-node/sites
        755 root root /etc/web-node/workers
        755 root root /etc/web-node/pools
        755 root root /etc/web-node/logging
        750 webnode webnode /srv/web-node
        640 root webnode /etc/web-node/node.conf
        640 root webnode /etc/web-node/workers.env
        640 root webnode /etc/web-node/cache.conf
        640 root webnode /etc/web-node/metrics.yml
        640 root webnode /etc/web-node/motd
        webnode:x:2001:
        webnode:x:2001:2001::/srv/web-node:/usr/sbin/nologin
        webops:x:2002:2001::/home/webops:/bin/bash
        /home/webops
        active
        enabled
        active
        sites/shop.conf
        workers/mail.ini
        /etc/web-node
        hello ii 
        tree ii 
        127.0.0.1 queue.web-node.internal
        1
        19
        15 3 * * * webnode find /srv/web-node/tmp -mtime +7 -delete
        @hourly webnode /usr/local/bin/web-node-report --quiet

        """;

    private static readonly string Cookbooks = Source("../../CSharpChef.Benchmarks/cookbooks");
    private readonly RecipeLibrary recipes = new(new CookbookStore([Cookbooks]), DiskCache.Default());
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("root")]
    [InlineData("deploy")]
    public async Task A_bare_machine_becomes_a_web_node_and_a_second_run_changes_nothing(string user)
    {
        await fleet.StartInstancesAsync(ct);
        await Fleet.ResetAsync(Node, ct);

        var first = await ConvergeAsync(user);
        Assert.Equal((HostStatus.Ok, null, 2), (first.Status, first.Error?.Message, first.RoundTrips));
        Assert.Equal(50, first.Resources.Count);
        await RequireWebNodeAsync();

        var stamp = await StampAsync();
        var second = await ConvergeAsync(user);
        Assert.Equal((HostStatus.Ok, 0, 1), (second.Status, second.Count(ResultStatus.Changed), second.RoundTrips));
        Assert.Empty(await WrittenSinceAsync(stamp));
    }

    [Fact]
    public async Task A_run_that_changes_nothing_starts_at_most_15_processes()
    {
        await fleet.StartInstancesAsync(ct);
        // A run reads what runs of other recipes left pending, which takes some processes.
        await Fleet.ExecAsync(Node, "rm -rf /var/lib/csharpchef", ct);
        await ConvergeAsync("root");
        await ConvergeAsync("root");

        var login = await ProcessesOfAsync(() => Machine
            .NewSession(Node, ConvergeMode.Plan, ct, change: session => session with { Sudo = SudoUse.Never })
            .RunCommandAsync(":", ct));
        var run = await ProcessesOfAsync(() => ConvergeAsync("root"));

        // A command alone starts the login shell and one more shell.
        Assert.InRange(run - login, 1, MostProcesses - 1);
    }

    [Fact]
    public async Task Changed_templates_restart_the_service_once()
    {
        await fleet.StartInstancesAsync(ct);
        await ConvergeAsync("root");
        await Fleet.ExecAsync(
            Node,
            "echo '# by hand' >>/etc/web-node/node.conf; echo '# by hand' >>/etc/web-node/cache.conf; echo '# by hand' >>/etc/systemd/system/web-node.service",
            ct);
        var before = await Fleet.ExecAsync(
            Node, "systemctl show -p MainPID,NRestarts --value web-node; journalctl -u web-node | grep -c Started", ct);

        var run = await ConvergeAsync("root");
        var after = await Fleet.ExecAsync(
            Node, "systemctl show -p MainPID,NRestarts --value web-node; journalctl -u web-node | grep -c Started", ct);

        Assert.Equal(4, run.Count(ResultStatus.Changed));
        Assert.NotEqual(before.Split('\n')[0], after.Split('\n')[0]);
        Assert.Equal(Number(before.Split('\n')[2]) + 1, Number(after.Split('\n')[2]));
        Assert.Equal("no\n", await Fleet.ExecAsync(Node, "systemctl show -p NeedDaemonReload --value web-node", ct));
    }

    private async Task<HostReport> ConvergeAsync(string user)
    {
        await using var link = Machine.NewSession(Node, ConvergeMode.Converge, ct, user);
        return await new ChefRun(
            new RunRequest([RunListItem.Parse("web-node")], recipes), Machine.Target(Node, user), link).RunAsync(ct);
    }

    /// <summary>Checks the machine with its own commands only.</summary>
    private static async Task RequireWebNodeAsync()
    {
        var source = Path.Combine(Cookbooks, "web-node", "files");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var (path, group) = Path.GetFileName(file) == "web-node.service"
                ? ("/etc/systemd/system/web-node.service", "root")
                : ($"/etc/web-node/{Path.GetRelativePath(source, file)}", "webnode");
            Assert.Equal(
                await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                await OutputAsync($"cat {path}"));
            Assert.Equal($"640 root {group}\n", await OutputAsync($"stat -c '%a %U %G' {path}"));
        }

        Assert.Equal(
            await OutputAsync(ExpectedTemplates), await OutputAsync("cat /etc/web-node/node.conf /etc/web-node/motd"));
        Assert.Equal(Expected, await OutputAsync(Inspection));
    }

    private static Task<string> OutputAsync(string command) =>
        Fleet.ExecAsync(Node, command, TestContext.Current.CancellationToken);

    private static async Task<DateTime> StampAsync()
    {
        var file = Path.Combine(Fleet.WrittenFilesFolder(Node), "stamp");
        await Fleet.ExecAsync(Node, "sync; touch /stamp; sleep 0.1", TestContext.Current.CancellationToken);
        return File.GetLastWriteTimeUtc(file);
    }

    /// <summary>
    /// The files that the instance wrote since the given time, except those of csharpchef itself and of logins.
    /// </summary>
    private static async Task<IReadOnlyList<string>> WrittenSinceAsync(DateTime stamp)
    {
        var found = await LocalCommand.RunAsync(
            ["find", Fleet.WrittenFilesFolder(Node), "-type", "f", "-newermt", stamp.AddMilliseconds(50)
                .ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + "Z"],
            "",
            TestContext.Current.CancellationToken);
        string[] others =
        [
            "/var/lib/csharpchef/",
            "/var/log/",
            "/run/",
            "/var/lib/systemd/",
            "/var/lib/sudo/",
            "/tmp/"
        ];
        return [.. found.ExpectSuccess("find").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(path => path[Fleet.WrittenFilesFolder(Node).Length..])
            .Where(path => !others.Any(other => path.StartsWith(other, StringComparison.Ordinal)))];
    }

    /// <summary>Counts the processes that the instance started during a call.</summary>
    /// <summary>
    /// The fewest processes that the instance has started during the work, of three times: its own timers start some
    /// now and then.
    /// </summary>
    private static async Task<int> ProcessesOfAsync(Func<Task> work)
    {
        var fewest = int.MaxValue;
        for (var time = 0; time < 3; time++)
        {
            var before = await LastAsync();
            await work();
            fewest = Math.Min(fewest, await LastAsync() - before);
        }

        return fewest;
    }

    private static async Task<int> LastAsync() =>
        Number((await Fleet.ExecAsync(Node, "cat /proc/loadavg", TestContext.Current.CancellationToken)).TrimEnd()
            .Split(' ')[^1]);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Source(string below, [CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, below));
}
