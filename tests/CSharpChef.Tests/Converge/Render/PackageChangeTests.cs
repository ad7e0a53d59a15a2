using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>Holds, versions and options of packages, and what a plan asks apt, in every shell.</summary>
[WholeSuite]
public sealed class PackageChangeTests : IDisposable
{
    private readonly AptMachine machine = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public void Dispose() => machine.Dispose();

    [Theory, MemberData(nameof(Shells))]
    public void An_upgrade_leaves_a_held_package_with_a_note(string shell)
    {
        machine.Has("app", "hi").Offers("app", "2.0", "1.0");

        Assert.Equal(
            ["note app is held at 1.0, and 2.0 could be installed", "unchanged 1"],
            machine.Converge(shell, Upgraded()));
        Assert.Empty(machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_change_of_a_held_package_fails_in_plan_and_converge_and_names_the_hold(string shell)
    {
        machine.Has("app", "hi").Offers("app", "2.0", "1.0");
        string[] refusal =
        [
            "why 1 app is held at 1.0: release it with apt-mark unhold, or set Options to --allow-change-held-packages",
            "failed 1",
        ];

        foreach (var package in new[] { new PackageResource(["app"]) { Version = "2.0" }, Removed() })
        {
            Assert.Equal(refusal, machine.Plan(shell, package));
            Assert.Equal(refusal, machine.Converge(shell, package));
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void Options_reach_apt_at_every_action(string shell)
    {
        machine.Has("app", "hi").Offers("app", "2.0", "1.0").Gets("app", "un");
        machine.Converge(shell, Removed("--allow-change-held-packages"));
        machine.Has("app", "ii").Gets("app", "ii", "2.0");
        machine.Converge(shell, Upgraded("--no-install-recommends"));

        Assert.Equal(
            [
                "apt-get --allow-change-held-packages remove app",
                "apt-get --allow-downgrades --no-install-recommends install app",
            ],
            machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_upgrade_goes_to_an_older_version_that_apt_prefers(string shell)
    {
        machine.Has("app", "ii", "2.0").Offers("app", "1.0", "2.0").Gets("app", "ii", "1.0");

        Assert.Equal(["did 1 upgrade app", "changed 1"], machine.Converge(shell, Upgraded()));
        Assert.Equal(["unchanged 1"], machine.Converge(shell, Upgraded()));
        Assert.Equal(["apt-get --allow-downgrades install app"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_version_that_no_source_offers_is_refused_with_those_that_exist(string shell)
    {
        machine.Offers("app", "1:1.25.0-1", "1:1.24.0-1");

        foreach (var version in new[] { "1.24.*", "1.24.0-1" })
        {
            string[] refusal =
            [
                $"why 1 no package source offers app {version}; they offer 1:1.25.0-1, 1:1.24.0-1",
                "failed 1",
            ];
            Assert.Equal(refusal, machine.Plan(shell, new PackageResource(["app"]) { Version = version }));
            Assert.Equal(refusal, machine.Converge(shell, new PackageResource(["app"]) { Version = version }));
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void Options_leave_the_choice_of_a_version_to_apt_only_when_they_can_choose_other_sources(string shell)
    {
        machine.Offers("app", "1.0").Gets("app", "ii", "0.5");
        PackageResource Wanted(params string[] options) => new(["app"]) { Version = "0.5", Options = options };

        string[] refusal = ["why 1 no package source offers app 0.5; they offer 1.0", "failed 1"];
        foreach (var option in new[] { "--allow-change-held-packages", "--no-install-recommends" })
        {
            Assert.Equal(refusal, machine.Plan(shell, Wanted(option)));
            Assert.Equal(refusal, machine.Converge(shell, Wanted(option)));
        }

        Assert.Equal(
            ["did 1 install app 0.5", "changed 1"], machine.Converge(shell, Wanted("-o", "Dir::Etc::SourceList=/x")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_no_source_has_is_refused_with_the_same_words_also_with_options(string shell) =>
        Assert.Equal(
            ["why 1 no package source has a package app", "failed 1"],
            machine.Converge(shell, new PackageResource(["app"]) { Options = ["--no-install-recommends"] }));

    [Theory, MemberData(nameof(Shells))]
    public void The_beginning_of_a_version_means_the_one_that_apt_prefers_or_the_newest(string shell)
    {
        machine.Offers("app", "1.2", "1.3", "1.1").Gets("app", "ii", "1.2");
        machine.Converge(shell, new PackageResource(["app"]) { Version = "1.*" });
        machine.Gets("app", "ii", "1.1");
        machine.Converge(shell, new PackageResource(["app"]) { Version = "1.1*" });

        Assert.Equal(
            ["apt-get --allow-downgrades install app=1.2", "apt-get --allow-downgrades install app=1.1"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_asks_apt_once_about_all_packages(string shell)
    {
        machine.Offers("a", "1").Offers("b", "2", "1").Has("c", "ii");

        var lines = machine.Plan(
            shell, new PackageResource(["a"]), new PackageResource(["b"]) { Version = "1" }, Removed("c", []));

        Assert.Equal(
            ["did 1 install a", "changed 1", "did 2 install b 1", "changed 2", "did 3 remove c", "changed 3"], lines);
        Assert.Equal(["apt-get -s --allow-downgrades install a b=1 c-"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_that_changes_nothing_does_not_ask_apt(string shell)
    {
        machine.Has("a", "ii").Has("b", "ii");

        Assert.Equal(["unchanged 1"], machine.Plan(shell, new PackageResource(["a", "b"])));
        Assert.Empty(machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_says_what_apt_would_refuse(string shell)
    {
        machine.Offers("app", "1").Write("refusal", " app : Depends: lib (= 7) but 1 is to be installed\nE: Unable to correct problems\n");

        Assert.Equal(
            [
                "why 1 the package manager refuses it: app : Depends: lib (= 7) but 1 is to be installed E: Unable to correct problems",
                "failed 1",
            ],
            machine.Plan(shell, new PackageResource(["app"]) { Retries = 3 }));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_only_notes_a_refusal_when_something_before_it_would_change(string shell)
    {
        machine.Offers("app", "1").Write("refusal", "E: Unable to correct problems\n");

        Assert.Equal(
            [
                "did 1 run", "changed 1",
                "note cannot tell yet whether app can be changed: the package manager refuses it: E: Unable to correct problems; "
                    + "execute[true] run (:0) would change before it",
                "did 2 install app", "changed 2",
            ],
            machine.Plan(shell, new ExecuteResource("true"), new PackageResource(["app"])));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_behind_a_barrier_only_notes_a_refusal_when_something_before_it_would_change(string shell)
    {
        machine.Offers("app", "1").Write("refusal", "E: Unable to correct problems\n");

        Assert.Equal(
            [
                "note cannot tell yet whether app can be changed: the package manager refuses it: E: Unable to correct problems; "
                    + "file[/etc/apt/sources.list.d/app.list] would change before it",
                "did 1 install app", "changed 1",
            ],
            machine.PlanAfter(shell, "file[/etc/apt/sources.list.d/app.list]", new PackageResource(["app"])));
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_install_that_apt_refuses_is_not_listed_as_a_change_and_one_that_breaks_the_package_is(string shell)
    {
        machine.Offers("app", "1").Write("code", "100");
        string[] refused = ["why 1 apt ended with exit code 100", "failed 1"];

        Assert.Equal(refused, machine.Converge(shell, new PackageResource(["app"])));
        machine.Gets("app", "iF");
        string[] broken = [$"why 1 {Unfinished("app")}", "failed 1"];
        Assert.Equal(["did 1 install app", .. broken], machine.Converge(shell, new PackageResource(["app"])));
        Assert.Equal(broken, machine.Converge(shell, Removed()));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_change_that_undoes_an_earlier_package_fails_and_names_it(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1").Gets("app", "ii").Gets("lib", "ii", "2.0");

        Assert.Equal(
            [
                "unchanged 1", "did 2 install app",
                "why 2 the change of app has changed another package: lib is installed in version 2.0, and the recipe wants it otherwise",
                "failed 2",
            ],
            machine.Converge(shell, new PackageResource(["lib"]) { Version = "1.0" }, new PackageResource(["app"])));
    }

    [Theory, MemberData(nameof(Shells))]
    public void Neighbours_are_installed_one_by_one_when_apt_refuses_to_install_them_together(string shell)
    {
        machine.Offers("virt").Offers("app", "1").Write("refused", "virt");

        Assert.Equal(
            ["why 1 apt ended with exit code 100", "failed 1"],
            machine.Converge(shell, new PackageResource(["virt"]), Notifying("app")));
        Assert.Equal(
            ["apt-get --no-remove install virt app", "apt-get --allow-downgrades install virt"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void Neighbours_are_not_installed_together_when_no_source_has_one_of_them(string shell)
    {
        machine.Offers("app", "1").Gets("app", "ii");

        Assert.Equal(
            ["did 1 install app", "changed 1", "why 2 no package source has a package app-", "failed 2"],
            machine.Converge(shell, new PackageResource(["app"]), new PackageResource(["app-"])));
        Assert.Equal(["apt-get --allow-downgrades install app"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void What_a_failed_transaction_of_neighbours_installed_is_reported_and_notifies_also_behind_the_failed_one(
        string shell)
    {
        machine.Offers("lib", "1").Offers("app", "1").Gets("lib", "iF").Gets("app", "ii").Write("code", "100");

        Assert.Equal(
            [
                "did 1 install lib", $"why 1 {Unfinished("lib")}", "failed 1",
                "did 2 install app", "changed 2", "did 3 run", "changed 3",
            ],
            machine.Converge(shell, new PackageResource(["lib"]), Notifying("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_resource_of_several_packages_reports_all_that_a_failed_transaction_installed(string shell)
    {
        machine.Offers("lib", "1").Offers("app", "1").Gets("lib", "iF").Gets("app", "ii").Write("code", "100");

        Assert.Equal(
            ["did 1 install lib", "did 1 install app", $"why 1 {Unfinished("lib")}", "failed 1"],
            machine.Converge(shell, new PackageResource(["lib", "app"])));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_run_cancelled_while_neighbours_are_installed_reports_them_and_its_next_run_notifies(string shell)
    {
        machine.Offers("lib", "1").Offers("app", "1").Gets("lib", "ii").Gets("app", "ii").Write("signal", "");
        Resource[] resources = [new PackageResource(["lib"]), Notifying("app"), new ExecuteResource("echo last")];

        Assert.Equal(
            ["did 1 install lib", "changed 1", "did 2 install app", "changed 2", "kept 4 execute[true] run (:0)"],
            machine.Converge(shell, resources));
        Assert.Equal(
            ["unchanged 1", "unchanged 2", "did 3 run", "changed 3", "did 4 run", "changed 4"],
            machine.Converge(shell, resources).Where(line => !line.StartsWith("note", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Shells))]
    public void What_neighbours_notify_is_recorded_before_they_are_installed_together(string shell)
    {
        machine.Offers("lib", "1").Offers("app", "1").Gets("lib", "ii").Gets("app", "ii");

        machine.Converge(shell, new PackageResource(["lib"]), Notifying("app"));

        Assert.Equal("apt-get --no-remove install lib app", Assert.Single(machine.Log));
        Assert.Contains("execute[true] run", machine.PendingAtApt, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public void What_neighbours_notify_is_not_pending_when_apt_refuses_to_install_them(string shell)
    {
        machine.Offers("lib", "1").Offers("app", "1").Write("refused", "lib");
        machine.Converge(shell, new PackageResource(["lib"]), Notifying("app"));

        Assert.Equal(["unchanged 1"], machine.Has("app", "ii").Converge(shell, Notifying("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_change_whose_transaction_fails_notifies_in_the_next_run(string shell)
    {
        machine.Has("app", "ii").Gets("app", "un").Write("code", "100");

        Assert.Equal(
            ["did 1 purge app", "why 1 apt ended with exit code 100", "kept 2 execute[true] run (:0)", "failed 1"],
            machine.Converge(shell, Purged()));
        Assert.Equal(
            ["note execute[true] run (:0) is pending since the run run1", "unchanged 1", "did 2 run", "changed 2"],
            machine.Converge(shell, Purged()));
        Assert.Equal(["unchanged 1"], machine.Converge(shell, Purged()));
    }

    private static string Unfinished(string package) =>
        $"apt ended with exit code 100: dpkg has not ended its work on {package}: repair it with dpkg --configure -a, "
        + "or set RepairInterrupted";

    private static PackageResource Notifying(string name)
    {
        var package = new PackageResource([name]);
        var receiver = new ExecuteResource("true");
        package.Notifies(receiver.Run);
        return package;
    }

    private static PackageResource Purged()
    {
        var package = Notifying("app");
        package.Do(package.Purge);
        return package;
    }

    private static PackageResource Upgraded(params string[] options)
    {
        var package = new PackageResource(["app"]) { Options = options };
        package.Do(package.Upgrade);
        return package;
    }

    private static PackageResource Removed(params string[] options) => Removed("app", options);

    private static PackageResource Removed(string name, string[] options)
    {
        var package = new PackageResource([name]) { Options = options };
        package.Do(package.Remove);
        return package;
    }
}
