using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>
/// What the change of a package must leave of the packages that actions before it want, in every shell.
/// </summary>
[WholeSuite]
public sealed class PackageProtectionTests : IDisposable
{
    private const string RivalWouldRemove = "Remv app [1.0]\nInst rival (1.0 localhost [all])\n";
    private const string Undoes = "and the recipe wants it otherwise";

    private readonly AptMachine machine = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public void Dispose() => machine.Dispose();

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_a_failed_action_did_not_install_fails_no_later_change(string shell)
    {
        machine.Offers("tree", "1.0").Offers("app", "1.0").Gets("app", "ii");

        Assert.Equal(
            ["why 1 no package source has a package nosuch", "failed 1", "did 2 install app", "changed 2"],
            machine.Converge(shell, Ignoring("nosuch", "tree"), Package("app")));
        Assert.Equal(["apt-get --allow-downgrades install app"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_a_command_removed_fails_no_later_change(string shell)
    {
        machine.Has("tree", "ii").Offers("app", "1.0").Gets("app", "ii");

        Assert.Equal(
            ["unchanged 1", "did 2 run", "changed 2", "did 3 install app", "changed 3"],
            machine.Converge(
                shell, Package("tree"), new ExecuteResource($"rm '{machine.In("db/tree")}'"), Package("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_a_failed_change_has_undone_fails_no_later_change(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1.0").Offers("e", "1.0").Gets("app", "ii").Gets("lib", "ii", "2.0")
            .ThenGets("e", "ii");

        Assert.Equal(
            [
                "unchanged 1", "did 2 install app",
                $"why 2 the change of app has changed another package: lib is installed in version 2.0, {Undoes}",
                "failed 2", "did 3 install e 1.0", "changed 3",
            ],
            machine.Converge(shell, Versioned("lib"), Ignoring("app"), Versioned("e")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_does_not_blame_a_change_for_the_version_that_a_failed_action_could_not_install(string shell)
    {
        machine.Has("lib", "ii").Offers("lib", "1.0").Offers("app", "1.0")
            .Write("simulation", "Inst lib [1.0] (1.1 localhost [all])\nInst app (1.0 localhost [all])\n");
        var lib = new PackageResource(["lib"]) { Version = "7", IgnoreFailure = true };

        Assert.Equal(["did 2 install app", "changed 2"], machine.Plan(shell, lib, Package("app")).TakeLast(2));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_whose_installation_would_remove_one_that_the_recipe_wants_is_refused_by_plan_and_converge(
        string shell)
    {
        machine.Has("app", "ii").Offers("rival", "1.0").Write("remover", "rival").Write("simulation", RivalWouldRemove);
        string[] refused =
        [
            "unchanged 1", $"why 2 the change of rival would change another package: app would be removed, {Undoes}",
            "failed 2",
        ];

        Assert.Equal(refused, machine.Plan(shell, Package("app"), Package("rival")));
        machine.Write("log", "");
        Assert.Equal(refused, machine.Converge(shell, Package("app"), Package("rival")));
        Assert.Equal(
            [
                "apt-get --no-remove --allow-downgrades install rival", "apt-get -s --allow-downgrades install rival",
            ],
            machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_whose_installation_removes_one_that_the_recipe_does_not_name_is_installed(string shell)
    {
        machine.Has("e", "ii").Has("app", "ii").Offers("rival", "1.0").Write("remover", "rival")
            .Write("simulation", RivalWouldRemove).Gets("rival", "ii").Gets("app", "un");

        Assert.Equal(
            ["unchanged 1", "did 2 install rival", "changed 2"],
            machine.Converge(shell, Package("e"), Package("rival")));
        Assert.Equal("apt-get --allow-downgrades install rival", machine.Log[^1]);
    }

    [Theory, MemberData(nameof(Shells))]
    public void Apt_is_not_asked_before_a_change_that_removes_nothing_when_any_version_of_others_is_right(string shell)
    {
        machine.Has("lib", "ii").Offers("lib", "1.0").Offers("app", "1.0").Gets("app", "ii");
        var latest = Package("lib");
        latest.Do(latest.Upgrade);

        machine.Converge(shell, Package("lib"), latest, Package("app"));

        Assert.Equal(["apt-get --no-remove --allow-downgrades install app"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_failure_of_an_installation_that_must_remove_nothing_is_reported_once(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1.0").Write("code", "100");

        Assert.Equal(
            ["unchanged 1", "why 2 apt ended with exit code 100", "failed 2"],
            machine.Converge(shell, Package("lib"), Package("app")));
        Assert.Single(machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_removal_that_would_remove_a_package_that_the_recipe_wants_is_refused_before_the_change(string shell)
    {
        machine.Has("app", "ii").Has("lib", "ii").Write("simulation", "Remv app [1.0]\nRemv lib [1.0]\n");
        var purged = Package("lib");
        purged.Do(purged.Purge);

        foreach (var removal in new[] { Removed("lib"), purged })
        {
            Assert.Equal(
                [
                    "unchanged 1", $"why 2 the change of lib would change another package: app would be removed, {Undoes}",
                    "failed 2",
                ],
                machine.Converge(shell, Package("app"), removal));
        }

        Assert.Equal(Enumerable.Repeat("apt-get -s --allow-downgrades install lib-", 2), machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_sensitive_change_that_would_undo_another_package_names_neither(string shell)
    {
        machine.Has("app", "ii").Offers("rival", "1.0").Write("remover", "rival").Write("simulation", RivalWouldRemove);
        var rival = new PackageResource(["rival"]) { Sensitive = true };

        Assert.Contains(
            $"why 2 the change of the package would change another package, {Undoes}",
            machine.Converge(shell, Package("app"), rival));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_under_its_name_with_the_architecture_stays_installed_for_a_later_change(string shell)
    {
        machine.Has("lib", "ii").Offers("app", "1.0").Gets("app", "ii");

        Assert.Equal(
            ["unchanged 1", "did 2 install app", "changed 2"],
            machine.Converge(shell, Package("lib:amd64"), Package("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_is_named_again_with_its_architecture_is_installed_once(string shell)
    {
        foreach (var again in new[] { "app:all", "app:amd64" })
        {
            machine.Has("app", "un").Has("e", "un").Write("policy", "").Offers("app", "1.0").Offers("e", "1.0")
                .Gets("app", "ii").Gets("e", "ii").Write("log", "");

            Assert.Equal(
                ["did 1 install app", "changed 1", "unchanged 2", "did 3 install e", "changed 3"],
                machine.Converge(shell, Package("app"), Package(again), Package("e")));
            Assert.Equal(["apt-get --no-remove install app e"], machine.Log);
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_installs_a_package_once_that_is_named_again_with_its_architecture(string shell)
    {
        machine.Offers("app", "1.1", "1.0").Write("simulation", "Inst app (1.0 localhost [all])\n");

        foreach (var again in new[] { "app", "app:all", "app:amd64" })
        {
            Assert.Equal(
                ["did 1 install app 1.0", "changed 1", "unchanged 2"],
                machine.Plan(shell, Versioned("app"), Package(again)));
        }

        Assert.Equal(Enumerable.Repeat("apt-get -s --allow-downgrades install app=1.0", 3), machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_plan_installs_a_package_again_that_it_removes_in_between(string shell)
    {
        machine.Has("app", "ii", "2.0").Offers("app", "2.0", "1.0")
            .Write("simulation", "Inst app [2.0] (1.0 localhost [all])\n");

        Assert.Equal(
            [
                "did 1 install app 1.0", "changed 1", "did 2 remove app:all", "changed 2",
                "did 3 install app:amd64 1.0", "changed 3",
            ],
            machine.Plan(shell, Versioned("app"), Removed("app:all"), Versioned("app:amd64")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_is_removed_under_another_of_its_names_is_not_another_package(string shell)
    {
        machine.Has("app", "ii").Gets("app", "un");

        Assert.Equal(
            ["unchanged 1", "did 2 remove app:all", "changed 2"],
            machine.Converge(shell, Package("app"), Removed("app:all")));
    }

    private static PackageResource Package(params string[] names) => new(names);

    private static PackageResource Ignoring(params string[] names) => new(names) { IgnoreFailure = true };

    private static PackageResource Versioned(string name) => new([name]) { Version = "1.0" };

    private static PackageResource Removed(string name)
    {
        var package = Package(name);
        package.Do(package.Remove);
        return package;
    }
}
