using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>What a program reads from dpkg and apt, and what it asks apt to do, in every shell.</summary>
public sealed class PackageStateTests : IDisposable
{
    private readonly AptMachine machine = new();

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public static TheoryData<string, string, string, string> RemovedStates
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var shell in LocalShell.Tested)
            {
                (string State, string Removal, string Purge)[] states =
                [
                    ("ii", "remove", "purge"), ("ri", "remove", "purge"), ("pi", "remove", "purge"),
                    ("iF", "remove", "purge"), ("iHR", "remove", "purge"), ("ui", "remove", "purge"),
                    ("rc", "", "purge"), ("hc", "", "purge"), ("pc", "", "purge"), ("ic", "", "purge"),
                    ("un", "", ""), ("hn", "", ""), ("pn", "", ""),
                ];
                foreach (var (state, removal, purge) in states)
                {
                    rows.Add(shell, state, removal, purge);
                }
            }

            return rows;
        }
    }

    public void Dispose() => machine.Dispose();

    [Theory, MemberData(nameof(RemovedStates)), WholeSuite]
    public void Remove_and_purge_look_at_the_state_of_a_package_and_not_at_what_dpkg_is_asked_to_do(
        string shell, string state, string removal, string purge)
    {
        machine.Has("app", state).Gets("app", "un");
        var removed = machine.Converge(shell, Package("app", package => package.Remove));
        machine.Has("app", state);
        var purged = machine.Converge(shell, Package("app", package => package.Purge));

        Assert.Equal(removal == "" ? "unchanged 1" : "changed 1", removed[^1]);
        Assert.Equal(purge == "" ? "unchanged 1" : "changed 1", purged[^1]);
        Assert.Equal(
            new[] { removal, purge }.Where(verb => verb != "").Select(verb => $"apt-get {verb} app"), machine.Log);
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_package_is_found_by_the_architecture_of_a_machine_whose_dpkg_knows_no_other(string shell)
    {
        machine.Offers("app", "1.0").Offers("lib", "1.0").Gets("app", "ii").Gets("lib", "ii");

        foreach (var name in new[] { "app:amd64", "lib:amd64" })
        {
            Assert.Equal([$"did 1 install {name}", "changed 1"], machine.Plan(shell, new PackageResource([name])));
        }

        Assert.Equal(
            ["did 1 install app:amd64", "changed 1", "unchanged 2"],
            machine.Converge(
                shell, new PackageResource(["app:amd64"]), new PackageResource(["lib:amd64"]) { Version = "1.0" }));
        Assert.Equal(
            ["did 1 remove app:amd64", "changed 1"],
            machine.Gets("app", "un").Converge(shell, Package("app:amd64", package => package.Remove)));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_for_all_architectures_is_found_and_removed_under_its_name_with_all(string shell)
    {
        machine.Has("app", "ii").Gets("app", "un");

        Assert.Equal(["unchanged 1"], machine.Converge(shell, Package("app:all")));
        Assert.Equal(
            ["did 1 remove app:all", "changed 1"],
            machine.Converge(shell, Package("app:all", package => package.Remove)));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_dpkg_is_asked_to_remove_is_selected_again_by_install(string shell)
    {
        machine.Has("app", "ri");

        Assert.Equal(
            ["did 1 select app for installation (was deinstall)", "changed 1"],
            machine.Converge(shell, Package("app")));
        Assert.Equal(["dpkg --set-selections app install"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_another_one_provides_is_installed_when_it_exists(string shell)
    {
        machine.Write("provides", "ii |all|, app (= 1), other,\n").Offers("app", "1.0").Gets("app", "ii");

        Assert.Equal(["did 1 install app", "changed 1"], machine.Converge(shell, Package("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_virtual_package_that_is_provided_is_installed_and_its_removal_changes_nothing(string shell)
    {
        machine.Write("provides", "ii |all|, app (= 1), other,\n").Offers("app");

        Assert.Equal(["unchanged 1"], machine.Converge(shell, Package("app")));
        Assert.Equal(["unchanged 1"], machine.Converge(shell, Package("app", package => package.Remove)));
        Assert.Equal(["unchanged 1"], machine.Converge(shell, Package("app", package => package.Purge)));
        Assert.Empty(machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_of_a_foreign_architecture_counts_only_under_its_own_name(string shell)
    {
        machine.Offers("app", "1.0").Write("arch", "amd64\ni386\n").Has("app", "ii", architecture: "i386");

        Assert.Equal(["unchanged 1"], machine.Plan(shell, Package("app:i386")));
        Assert.Equal("changed 1", machine.Plan(shell, Package("app"))[^1]);
        Assert.Equal(["unchanged 1"], machine.Plan(shell, Package("app", package => package.Remove)));
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_name_that_apt_takes_for_others_is_refused_before_apt_acts(string shell)
    {
        machine.Offers("foo1x2-doc", "1.0").Offers("bar:i386", "1.0").Write("arch", "amd64\ni386\n");

        foreach (var name in new[] { "foo1.2", "foo-", "bar", "none1.2" })
        {
            string[] refusal = [$"why 1 no package source has a package {name}", "failed 1"];
            Assert.Equal(refusal, machine.Converge(shell, Package(name)));
            Assert.Equal(refusal, machine.Plan(shell, Package(name)));
        }

        Assert.Empty(machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_package_that_is_still_missing_after_apt_ended_well_is_a_failure(string shell)
    {
        machine.Offers("app", "1.0");

        Assert.Equal(
            ["why 1 the package manager ended well, but app is not installed", "failed 1"],
            machine.Converge(shell, Package("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_dpkg_that_cannot_answer_fails_every_action_with_its_words(string shell)
    {
        machine.Write("broken", "");

        ResourceAction Purge(PackageResource package) => package.Purge;
        foreach (var package in new[] { Package("app"), Package("app", Purge), Package("app", p => p.Upgrade) })
        {
            Assert.Equal(
                ["why 1 dpkg-query ended with exit code 2: dpkg-query: error: parsing file", "failed 1"],
                machine.Converge(shell, package));
        }
    }

    [Theory, MemberData(nameof(Shells)), WholeSuite]
    public void A_transaction_that_failed_makes_later_actions_look_again(string shell)
    {
        machine.Offers("a", "1").Offers("b", "1").Offers("c", "1").Has("c", "ii").Gets("a", "ii").Gets("c", "rc").Write("code", "100");

        var lines = machine.Converge(shell, Package("a"), Package("b", ignoreFailure: true), Package("c"));

        const string Why = "apt ended with exit code 100";
        Assert.Equal(["did 1 install a", "changed 1", $"why 2 {Why}", "failed 2", $"why 3 {Why}", "failed 3"], lines);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_dependency_that_a_recipe_installs_is_marked_as_manual(string shell)
    {
        machine.Has("app", "ii").Write(
            "extended_states", "Package: app\nArchitecture: amd64\nAuto-Installed: 1\n\n");

        Assert.Equal(
            ["did 1 mark app as manually installed", "changed 1"], machine.Plan(shell, Package("app")));
        Assert.Equal(
            ["did 1 mark app as manually installed", "changed 1"], machine.Converge(shell, Package("app")));
        Assert.Equal(["apt-mark -qq manual app"], machine.Log);
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_mark_of_another_package_or_architecture_does_not_count(string shell)
    {
        machine.Write("arch", "amd64\ni386\n").Has("app", "ii", architecture: "amd64").Write(
            "extended_states",
            "Package: app\nArchitecture: i386\nAuto-Installed: 1\n\nPackage: app2\nArchitecture: amd64\nAuto-Installed: 1\n\n");

        Assert.Equal(["unchanged 1"], machine.Plan(shell, Package("app")));
    }

    [Theory, MemberData(nameof(Shells))]
    public void A_dependency_that_a_recipe_upgrades_is_marked_as_manual_too(string shell)
    {
        machine.Has("app", "ii").Offers("app", "1.0")
            .Write("extended_states", "Package: app\nArchitecture: amd64\nAuto-Installed: 1\n\n");

        Assert.Equal(
            ["did 1 mark app as manually installed", "changed 1"],
            machine.Converge(shell, Package("app", package => package.Upgrade)));
    }

    private static PackageResource Package(
        string name, Func<PackageResource, ResourceAction>? action = null, bool ignoreFailure = false)
    {
        var package = new PackageResource([name]) { IgnoreFailure = ignoreFailure };
        if (action is not null)
        {
            package.Do(action(package));
        }

        return package;
    }
}
