using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

/// <summary>Services in states that only systemd itself has.</summary>
public sealed class ServiceTests(Fleet fleet) : MachineTests(fleet, CleanUp)
{
    private const string Sleeps = "[Service]\\nExecStart=/bin/sleep infinity\\n";
    private const string AtBoot = "[Install]\\nWantedBy=multi-user.target\\n";

    private const string CleanUp = """
        mkdir -p /usr/local/lib/systemd/system
        cd /etc/systemd/system
        systemctl disable --now 'unit-*' >/dev/null 2>&1
        systemctl stop unit-one unit-two unit-at@one 'srv-unit\x2ddata.mount' >/dev/null 2>&1
        rm -rf unit-* /usr/local/lib/systemd/system/unit-* /run/systemd/system/unit-* *.wants/unit-* srv-unit* *.wants/srv-unit* /run/systemd/system/*.wants/unit-* /srv/unit-data
        [ ! -e /etc/init.d/unit-script ] || { update-rc.d unit-script remove; rm -f /etc/init.d/unit-script; }
        systemctl daemon-reload
        systemctl reset-failed
        """;

    [Fact]
    public async Task A_service_with_an_init_script_is_enabled_and_disabled_in_the_runlevels()
    {
        await PrepareAsync("""
            printf '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: unit-script\n# Required-Start:\n# Required-Stop:\n# Default-Start: 2 3 4 5\n# Default-Stop: 0 1 6\n### END INIT INFO\n' >/etc/init.d/unit-script
            chmod 755 /etc/init.d/unit-script
            """);

        await ChangesOnceAsync("Service(\"unit-script\", s => s.Running = null);", "enable");
        Assert.Equal("yes", await AnswerAsync("ls /etc/rc2.d/S??unit-script"));
        await ChangesOnceAsync("Service(\"unit-script\", s => { s.Enabled = false; s.Running = null; });", "disable");
        Assert.Equal("no", await AnswerAsync("ls /etc/rc2.d/S??unit-script"));
    }

    [Fact]
    public async Task A_service_that_is_enabled_by_its_socket_enables_and_disables_the_socket()
    {
        await PrepareAsync($"""
            printf '{Sleeps}[Install]\nAlso=unit-one.socket\n' >unit-one.service
            printf '[Socket]\nListenStream=/run/unit.sock\n[Install]\nWantedBy=sockets.target\n' >unit-one.socket
            """);

        await ChangesOnceAsync("Service(\"unit-one\", s => s.Running = null);", "enable");
        Assert.Equal("yes", await AnswerAsync("systemctl is-enabled unit-one.socket"));
        await ChangesOnceAsync("Service(\"unit-one\", s => { s.Enabled = false; s.Running = null; });", "disable");
        Assert.Equal("no", await AnswerAsync("systemctl is-enabled unit-one.socket"));
    }

    [Fact]
    public async Task A_template_is_enabled_by_its_default_instance_and_disabled_in_all_instances()
    {
        await PrepareAsync($"printf '{Sleeps}{AtBoot}DefaultInstance=one\n' >unit-at@.service");

        await ChangesOnceAsync("Service(\"unit-at@\", s => s.Running = null);", "enable");
        Assert.Equal("yes", await AnswerAsync("systemctl is-enabled unit-at@one"));
        await ChangesOnceAsync("Service(\"unit-at@\", s => { s.Enabled = false; s.Running = null; });", "disable");
        Assert.Equal("no", await AnswerAsync("systemctl is-enabled unit-at@one"));
    }

    [Fact]
    public async Task A_template_and_a_service_that_is_masked_until_the_next_boot_are_masked_for_good()
    {
        await PrepareAsync($"""
            cd /usr/local/lib/systemd/system
            printf '{Sleeps}{AtBoot}' >unit-at@.service
            printf '{Sleeps}{AtBoot}' >unit-one.service
            systemctl mask --runtime unit-one
            """);

        await ChangesOnceAsync("Service(\"unit-at@.service\", s => s.Do(s.Mask));", "mask");
        await ChangesOnceAsync("Service(\"unit-one\", s => s.Do(s.Mask));", "mask");
    }

    [Fact]
    public async Task A_template_without_a_default_instance_is_not_enabled_and_the_error_asks_for_an_instance()
    {
        await PrepareAsync($"printf '{Sleeps}{AtBoot}' >unit-at@.service");

        var run = await Recipes.RunAsync(Node, "Service(\"unit-at@\", s => s.Running = null);", Ct);

        Assert.Equal(HostStatus.Failed, run.Status);
        Assert.Contains("name an instance, such as unit-at@NAME", run.Resources[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_with_a_backslash_in_its_name_is_started_and_enabled()
    {
        await PrepareAsync("""
            mkdir -p /srv/unit-data
            printf '[Mount]\nWhat=tmpfs\nType=tmpfs\nWhere=/srv/unit-data\n[Install]\nWantedBy=local-fs.target\n' >'srv-unit\x2ddata.mount'
            """);

        await ChangesOnceAsync("Service(@\"srv-unit\\x2ddata.mount\");", "enable", "start");
        Assert.Equal("yes", await AnswerAsync("mountpoint /srv/unit-data"));
    }

    [Fact]
    public async Task A_service_whose_unit_file_is_gone_is_stopped_and_disabled_but_not_restarted()
    {
        await PrepareAsync($"printf '{Sleeps}{AtBoot}' >unit-one.service");
        await Fleet.ExecAsync(Node, "systemctl enable --now unit-one; rm /etc/systemd/system/unit-one.service", Ct);

        var restarted = await Recipes.RunAsync(Node, "Service(\"unit-one\", s => s.Do(s.Restart));", Ct);
        await ChangesOnceAsync("Service(\"unit-one\", s => { s.Enabled = false; s.Running = false; });", "disable", "stop");

        Assert.Contains("has no unit file any more", restarted.Resources[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_that_disappears_with_its_disabled_service_needs_nothing_in_the_next_run()
    {
        await PrepareAsync($"printf '{Sleeps}{AtBoot}Alias=unit-two.service\n' >unit-one.service; systemctl enable --now unit-one");

        await ChangesOnceAsync("Service(\"unit-two\", s => { s.Enabled = false; s.Running = false; });", "disable", "stop");

        Assert.Equal("no", await AnswerAsync("systemctl is-active unit-one"));
    }

    [Fact]
    public async Task An_alias_is_not_enabled_and_a_note_names_the_unit_to_enable()
    {
        await PrepareAsync($"printf '{Sleeps}{AtBoot}' >unit-one.service; ln -s /etc/systemd/system/unit-one.service unit-two.service");

        var run = await Recipes.RunSuccessfullyAsync(Node, "Service(\"unit-two\", s => s.Running = null);", Ct);

        Assert.Equal(ResultStatus.Unchanged, run.Resources[0].Status);
        Assert.Contains("enable unit-one.service", run.Resources[0].Message, StringComparison.Ordinal);
        await ChangesOnceAsync("Service(\"unit-one\", s => s.Running = null);", "enable");
    }

    [Fact]
    public async Task A_service_that_is_enabled_until_the_next_boot_is_disabled()
    {
        await PrepareAsync($"printf '{Sleeps}{AtBoot}' >unit-one.service; systemctl enable --runtime unit-one");

        await ChangesOnceAsync("Service(\"unit-one\", s => { s.Enabled = false; s.Running = null; });", "disable");
    }

    [Fact]
    public async Task A_service_that_failed_too_often_is_started_once_its_unit_file_is_right()
    {
        await PrepareAsync($"""
            printf '[Service]\nExecStart=/bin/false\n{AtBoot}' >unit-one.service; systemctl daemon-reload
            for i in 1 2 3 4 5 6 7; do systemctl start unit-one; done
            """);
        var failed = await Recipes.RunAsync(Node, "Service(\"unit-one\", s => { s.Enabled = null; s.Running = false; });", Ct);

        await ChangesOnceAsync(
            "File(\"/etc/systemd/system/unit-one.service\", f => f.Content = \"[Service]\\nExecStart=/bin/sleep infinity\\n\"); Service(\"unit-one\", s => s.Enabled = null);",
            "write content",
            "start");

        Assert.Equal(ResultStatus.Unchanged, failed.Resources[0].Status);
    }

    private async Task PrepareAsync(string commands) => await Fleet.ExecAsync(
        Node, $"cd /etc/systemd/system\n{commands}\nsystemctl daemon-reload", Ct);

    private async Task<string> AnswerAsync(string command) =>
        (await Fleet.ExecAsync(Node, $"if {command} >/dev/null 2>&1; then echo yes; else echo no; fi", Ct)).Trim();

    /// <summary>Converges twice: the first run makes these changes, the second one none.</summary>
    private async Task ChangesOnceAsync(string recipe, params string[] changes)
    {
        var first = await Recipes.RunSuccessfullyAsync(Node, recipe, Ct);
        var second = await Recipes.RunSuccessfullyAsync(Node, recipe, Ct);

        var made = first.Resources.SelectMany(resource => resource.Actions);
        Assert.Equal(changes, made);
        Assert.All(second.Resources, resource => Assert.Equal(ResultStatus.Unchanged, resource.Status));
    }
}
