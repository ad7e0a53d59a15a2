using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>
/// What a transaction of several packages obeys and reports, as single changes do, in every shell.
/// </summary>
[WholeSuite]
public sealed class PackageBatchTests : IDisposable
{
    private const string LibWouldChange = "Inst lib [1.0] (2.0 localhost [all])\nInst app (1.0 localhost [all])\n";
    private const string PlainWouldCome = "Inst plain (1.0 localhost [all])\nInst app (1.0 localhost [all])\n";
    private const string Undoes = "and the recipe wants it otherwise";

    private readonly AptMachine machine = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public void Dispose() => machine.Dispose();

    [Theory, MemberData(nameof(Shells))]
    public void Neighbours_that_would_change_the_version_of_an_earlier_package_are_not_installed_together(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1.0").Offers("e", "1.0").Write("simulation", LibWouldChange)
            .Gets("app", "ii").Gets("lib", "ii", "2.0");

        Assert.Equal(
            [
                "unchanged 1",
                $"why 2 the change of app would change another package: lib would be installed in version 2.0, {Undoes}",
                "failed 2",
            ],
            machine.Converge(shell, new PackageResource(["lib"]) { Version = "1.0" }, Package("app"), Package("e")));
        Assert.Equal(
            ["apt-get -s --allow-downgrades install app e", "apt-get -s --allow-downgrades install app"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void Neighbours_that_would_bring_back_a_removed_package_are_not_installed_together(string shell)
    {
        machine.Offers("app", "1.0").Offers("e", "1.0").Write("simulation", PlainWouldCome)
            .Gets("app", "ii").Gets("plain", "ii");

        Assert.Equal(
            [
                "unchanged 1",
                $"why 2 the change of app would change another package: plain would be installed in version 1.0, {Undoes}",
                "failed 2",
            ],
            machine.Converge(shell, Removed("plain"), Package("app"), Package("e")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void Neighbours_that_leave_earlier_packages_alone_are_installed_together(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1.0").Offers("e", "1.0").Gets("app", "ii").Gets("e", "ii")
            .Write("simulation", "Inst app (1.0 localhost [all])\nInst e (1.0 localhost [all])\n");

        machine.Converge(shell, new PackageResource(["lib"]) { Version = "1.0" }, Package("app"), Package("e"));

        Assert.Equal(
            ["apt-get -s --allow-downgrades install app e", "apt-get --no-remove install app e"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_refuses_a_change_that_would_undo_what_the_recipe_wants_of_another_package(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1.0").Write("simulation", LibWouldChange);
        const string Why = "the change of app would change another package:";
        var versioned = new PackageResource(["lib"]) { Version = "1.0" };

        Assert.Equal(
            ["unchanged 1", $"why 2 {Why} lib would be installed in version 2.0, {Undoes}", "failed 2"],
            machine.Plan(shell, versioned, Package("app")));
        Assert.Equal(
            [$"why 1 {Why} lib would be installed in version 2.0, {Undoes}", "failed 1"],
            machine.Plan(shell, Package("app"), versioned));
        machine.Write("simulation", PlainWouldCome);
        Assert.Equal(
            ["unchanged 1", $"why 2 {Why} plain would be installed in version 1.0, {Undoes}", "failed 2"],
            machine.Plan(shell, Removed("plain"), Package("app")));
        machine.Write("simulation", "Remv lib [1.0]\nInst app (1.0 localhost [all])\n");
        Assert.Equal(
            ["unchanged 1", $"why 2 {Why} lib:amd64 would be removed, {Undoes}", "failed 2"],
            machine.Plan(shell, Package("lib:amd64"), Package("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_change_with_options_or_a_guard_must_leave_earlier_packages_as_the_recipe_wants_them(string shell)
    {
        var guarded = Package("app");
        guarded.OnlyIf("true");
        foreach (var app in new[] { new PackageResource(["app"]) { Options = ["-q"] }, guarded })
        {
            machine.Has("lib", "ii").Has("app", "un").Write("policy", "").Offers("app", "1.0")
                .Write("simulation", LibWouldChange).Gets("app", "ii").Gets("lib", "ii", "2.0");
            var lib = new PackageResource(["lib"]) { Version = "1.0" };

            var refusal =
                $"why 2 the change of app would change another package: lib would be installed in version 2.0, {Undoes}";

            Assert.Contains(refusal, machine.Plan(shell, lib, app));
            Assert.Contains(refusal, machine.Converge(shell, lib, app));
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_that_leaves_other_packages_as_the_recipe_wants_them_is_not_refused(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1.0").Write("simulation", LibWouldChange);

        Assert.Equal(
            ["unchanged 1", "did 2 install app", "changed 2"], machine.Plan(shell, Package("lib"), Package("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_half_configured_package_that_a_joint_transaction_configures_is_reported_and_notifies(string shell)
    {
        machine.Has("post", "iF").Offers("post", "1.0").Offers("e", "1.0").Gets("post", "ii").Gets("e", "ii");

        Assert.Equal(
            ["did 1 install post", "changed 1", "did 2 install e", "changed 2", "did 3 run", "changed 3"],
            machine.Converge(shell, Notifying("post"), Package("e")));
        Assert.Equal("apt-get --no-remove install post e", Assert.Single(machine.Log));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_half_configured_package_that_a_change_before_it_configures_is_reported_and_notifies(string shell)
    {
        var options = Notifying("post");
        options.Options = ["--no-install-recommends"];
        foreach (var notifying in new[] { Notifying("post"), options })
        {
            machine.Has("post", "iF").Has("e", "un").Offers("e", "1.0").Gets("post", "ii").Gets("e", "ii");

            Assert.Equal(
                ["did 1 install e 1.0", "changed 1", "did 2 install post", "changed 2", "did 3 run", "changed 3"],
                machine.Converge(shell, new PackageResource(["e"]) { Version = "1.0" }, notifying));
        }

        Assert.Equal(2, machine.Log.Count);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_half_configured_package_that_a_failed_change_configures_is_reported_and_notifies(string shell)
    {
        machine.Has("post", "iF").Offers("e", "1.0").Gets("post", "ii").Gets("e", "iF").Write("code", "100");
        Resource[] resources = [new PackageResource(["e"]) { Version = "1.0" }, Notifying("post")];

        Assert.Equal(
            [
                "did 1 install e 1.0", "why 1 apt ended with exit code 100: dpkg has not ended its work on e: repair it "
                    + "with dpkg --configure -a, or set RepairInterrupted", "failed 1",
                "did 2 install post", "changed 2", "did 3 run", "changed 3",
            ],
            machine.Converge(shell, resources));
        Assert.Contains("execute[true] run", machine.PendingAtApt, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_half_configured_package_that_no_change_configures_notifies_nothing(string shell)
    {
        machine.Has("post", "iF").Offers("e", "1.0").Gets("e", "iF").Write("code", "100");

        Assert.Equal(
            "failed 1", machine.Converge(shell, new PackageResource(["e"]) { Version = "1.0" }, Notifying("post"))[^1]);
        Assert.Equal(["unchanged 1"], machine.Has("post", "ii").Converge(shell, Notifying("post")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_stays_half_configured_leaves_pending_what_the_failed_change_notifies(string shell)
    {
        machine.Has("post", "iF").Offers("e", "1.0").Gets("e", "iF").Write("code", "100");
        var receiver = new ExecuteResource("true");
        var (app, post) = (new PackageResource(["e"]) { Version = "1.0" }, Package("post"));
        app.Notifies(receiver.Run);
        post.Notifies(receiver.Run);

        Assert.Contains("kept 3 execute[true] run (:0)", machine.Converge(shell, app, post));
        machine.Has("e", "ii").Has("post", "ii");
        Assert.Equal(
            ["unchanged 1", "unchanged 2", "did 3 run", "changed 3"], machine.Converge(shell, app, post).Skip(1));
    }

    [Theory, MemberData(nameof(Shells))]
    public void When_a_joint_transaction_of_packages_fails_what_the_changed_package_notifies_stays_pending(string shell)
    {
        machine.Offers("e", "1.0").Offers("f", "1.0").Gets("e", "iF").Write("code", "100");
        var receiver = new ExecuteResource("true");
        var (e, f) = (Package("e"), Package("f"));
        e.Notifies(receiver.Run);
        f.Notifies(receiver.Run);

        Assert.Contains("kept 3 execute[true] run (:0)", machine.Converge(shell, e, f));
        machine.Has("e", "ii").Has("f", "ii");
        Assert.Equal(["unchanged 1", "unchanged 2", "did 3 run", "changed 3"], machine.Converge(shell, e, f).Skip(1));
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_action_whose_neighbours_were_changed_together_changes_nothing_after_the_run_has_stopped(string shell)
    {
        foreach (var retries in new[] { 0, 2 })
        {
            machine.Has("bad", "un").Has("e", "un").Has("post", "un").Write("log", "").Write("code", "100")
                .Write("policy", "").Offers("bad", "1.0").Offers("e", "1.0").Offers("post", "1.0")
                .Gets("bad", "iF").Gets("e", "ii").Gets("post", "iF");
            var several = new PackageResource(["e", "post"]) { Retries = retries };

            var lines = machine.Converge(shell, Package("bad"), several);

            Assert.Equal(
                [
                    "failed 1", "did 2 install e", "did 2 install post",
                    "why 2 the run ended before it could install post", "failed 2",
                ],
                lines.SkipWhile(line => line != "failed 1"));
            Assert.Equal(["apt-get --no-remove install bad e post", "apt-get --allow-downgrades install bad"], machine.Log);
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_a_joint_transaction_leaves_half_configured_is_listed_once_when_configured(string shell)
    {
        machine.Offers("e", "1.0").Offers("post", "1.0").Gets("e", "ii").Gets("post", "iF").Write("code", "100")
            .ThenGets("post", "ii");

        Assert.Equal(
            ["did 1 install e", "did 1 install post", "changed 1"],
            machine.Converge(shell, new PackageResource(["e", "post"])));
        Assert.Equal(
            [
                "apt-get --no-remove install e post", "apt-get --no-remove --allow-downgrades install post",
            ],
            machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_a_joint_transaction_unpacks_and_a_failed_change_configures_is_listed_once(string shell)
    {
        machine.Offers("bad", "1.0").Offers("e", "1.0").Gets("bad", "iF").Gets("e", "iU").Write("code", "100")
            .ThenGets("e", "ii").Write("next/code", "100");

        Assert.Equal(
            ["did 2 install e", "changed 2"],
            machine.Converge(shell, Package("bad"), Package("e")).SkipWhile(line => line != "failed 1").Skip(1));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_held_package_is_not_installed_with_its_neighbours(string shell)
    {
        machine.Has("held", "hn").Offers("held", "1.0").Offers("e", "1.0");

        Assert.StartsWith(
            "why 1 held is held: release it with apt-mark unhold",
            machine.Converge(shell, Package("held"), Package("e"))[0],
            StringComparison.Ordinal);
        Assert.Empty(machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_time_limit_of_several_packages_ends_their_transaction_and_nothing_is_tried_after_it(string shell)
    {
        machine.Offers("a", "1.0").Offers("b", "1.0").GetsStuck();

        Assert.Equal(
            ["why 1 the package manager did not end within 1 s when it installed packages together", "failed 1"],
            machine.Converge(shell, new PackageResource(["a", "b"]) { Timeout = TimeSpan.FromSeconds(1) }));
        Assert.Single(machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void The_time_limit_of_a_package_holds_beside_neighbours(string shell)
    {
        machine.Offers("a", "1.0").Offers("b", "1.0").GetsStuck();

        Assert.Equal(
            ["why 1 apt did not end within 1 s", "failed 1"],
            machine.Converge(
                shell, new PackageResource(["a"]) { Timeout = TimeSpan.FromSeconds(1) }, Package("b")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void Neighbours_together_have_the_sum_of_their_time_limits(string shell)
    {
        machine.Replacements = """within() { echo "within $1" >>"$state/log"; shift; ("$@"); }""";
        machine.Offers("a", "1.0").Offers("b", "1.0").Gets("a", "ii").Gets("b", "ii");

        machine.Converge(shell, Package("a"), Package("b"));

        Assert.Equal(["within 1800", "apt-get --no-remove install a b"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_says_how_to_repair_an_interrupted_dpkg(string shell)
    {
        machine.Replacements = "has_updates() { true; }";
        machine.Has("slow1", "iF").Has("slow2", "iU").Offers("e", "1.0");

        Assert.Equal(
            [
                "why 1 dpkg was interrupted: dpkg has not ended its work on slow1, slow2, the updates in "
                    + "/var/lib/dpkg/updates: repair it with dpkg --configure -a, or set RepairInterrupted",
                "failed 1",
            ],
            machine.Plan(shell, Package("e")));
    }

    private static PackageResource Package(string name) => new([name]);

    private static PackageResource Notifying(string name)
    {
        var package = Package(name);
        package.Notifies(new ExecuteResource("true").Run);
        return package;
    }

    private static PackageResource Removed(string name)
    {
        var package = Package(name);
        package.Do(package.Remove);
        return package;
    }
}
