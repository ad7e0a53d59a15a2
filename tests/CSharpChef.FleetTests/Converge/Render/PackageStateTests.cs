using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

/// <summary>States of packages as the apt and dpkg of a real machine keep them.</summary>
[Collection(FleetCollectionFactory.Packages)]
public sealed class PackageStateTests(Fleet fleet) : IAsyncLifetime
{
    private const int Node = 10;

    // Makes packages for the function "make NAME VERSION [CONTROL LINE]", and a package source of them.
    private const string Source = """
        export DEBIAN_FRONTEND=noninteractive
        mkdir -p /opt/states && cd /opt/states || exit
        make() {
            mkdir -p build/DEBIAN build/etc
            printf 'Package: %s\nVersion: %s\nArchitecture: all\nMaintainer: x <x@x>\n%sDescription: x\n' "$1" "$2" "${3:+$3
        }" >build/DEBIAN/control
            echo "$2" >"build/etc/$1.conf" && echo "/etc/$1.conf" >build/DEBIAN/conffiles
            if [ "$1" = st-half ]; then
                printf '#!/bin/sh\n[ ! -e /opt/states/half ]\n' >build/DEBIAN/postinst && chmod 755 build/DEBIAN/postinst
            fi
            dpkg-deb -b build "$1_$2.deb" >/dev/null
            rm -r build
        }
        make st-one 1.0; make st-one 2.0; make st-real 1.0; make st-provider 1.0 'Provides: st-real, st-virtual'
        make st-half 1.0; make st-needs2 1.0 'Depends: st-one (>= 2.0)'; make st-needs-real 1.0 'Depends: st-real (>= 1.0)'
        make st-rival 1.0 'Conflicts: st-real'; make st-lib 1.0; make st-top 1.0 'Depends: st-lib'; make st1x2-doc 1.0; make st-epoch 1.24.0
        for file in *.deb; do
            dpkg-deb -f "$file"
            printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "$file" "$(stat -c %s "$file")" "$(sha256sum "$file" | cut -d' ' -f1)"
        done >Packages
        echo 'deb [trusted=yes] file:/opt/states ./' >/etc/apt/sources.list.d/states.list
        apt-get -qq update
        apt-get -qqy install st-one=1.0 st-provider st-top >/dev/null 2>&1
        """;

    private const string CleanUp = """
        apt-mark -qq unhold st-one 2>/dev/null
        dpkg --purge --force-all st-half st-needs2 st-needs-real st-one st-real st-rival st-epoch st-provider st-lib st-top st1x2-doc >/dev/null 2>&1
        rm -rf /opt/states /etc/apt/sources.list.d/states.list
        apt-get -qq update
        :
        """;

    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await OnNodeAsync(CleanUp);
        await OnNodeAsync(Source);
    }

    public async ValueTask DisposeAsync() => await OnNodeAsync(CleanUp);

    [Fact]
    public async Task A_held_package_is_not_upgraded_and_its_removal_needs_the_option_of_apt()
    {
        await OnNodeAsync("apt-mark -qq hold st-one");

        await ConvergeAsync("Package(\"st-one\", p => p.Do(p.Upgrade));", ResultStatus.Unchanged);
        var refused = await ConvergeAsync("Package(\"st-one\", p => p.Version = \"2.0\");", ResultStatus.Failed);
        await ConvergeAsync(
            "Package(\"st-one\", p => { p.Options = [\"--allow-change-held-packages\"]; p.Do(p.Remove); });",
            ResultStatus.Changed);

        Assert.Contains("st-one is held at 1.0", refused.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deinstall")]
    [InlineData("purge")]
    public async Task A_package_that_dpkg_is_asked_to_remove_is_there_until_it_is_removed(string wish)
    {
        await OnNodeAsync($"echo st-one {wish} | dpkg --set-selections");
        await ConvergeTwiceAsync("Package(\"st-one\");");
        Assert.Equal("ii ", await OnNodeAsync("dpkg-query -W -f '${db:Status-Abbrev}' st-one"));

        await OnNodeAsync($"echo st-one {wish} | dpkg --set-selections");
        await ConvergeTwiceAsync("Package(\"st-one\", p => p.Do(p.Purge));");
        Assert.Equal("", await OnNodeAsync("ls /etc | grep st-one || :"));
    }

    [Fact]
    public async Task The_configuration_of_a_removed_package_that_is_held_is_purged()
    {
        await OnNodeAsync("dpkg --remove st-one >/dev/null && echo st-one hold | dpkg --set-selections");

        await ConvergeTwiceAsync("Package(\"st-one\", p => p.Do(p.Purge));");
    }

    [Fact]
    public async Task Another_package_that_provides_a_name_does_not_stand_for_the_package_of_that_name()
    {
        await ConvergeTwiceAsync("Package(\"st-real\");");
        await ConvergeAsync("Package(\"st-virtual\");", ResultStatus.Unchanged);
        await ConvergeAsync("Package(\"st-virtual\", p => p.Do(p.Purge));", ResultStatus.Unchanged);
    }

    [Theory]
    [InlineData("st1.2")]
    [InlineData("st-one-")]
    [InlineData("st-epoch+")]
    public async Task A_name_that_apt_would_read_as_a_pattern_or_action_is_refused_and_nothing_changes(string name)
    {
        var before = await OnNodeAsync("dpkg -l");

        var run = await ConvergeAsync($"Package(\"{name}\");", ResultStatus.Failed);

        Assert.Contains($"no package source has a package {name}", run.Messages, StringComparison.Ordinal);
        Assert.Equal(before, await OnNodeAsync("dpkg -l"));
    }

    [Fact]
    public async Task A_dependency_that_a_recipe_wants_survives_autoremove()
    {
        await ConvergeTwiceAsync("Package(\"st-lib\");");

        await OnNodeAsync("apt-get -qqy remove st-top >/dev/null 2>&1; apt-get -qqy autoremove >/dev/null 2>&1");

        await ConvergeAsync("Package(\"st-lib\");", ResultStatus.Unchanged);
    }

    [Theory]
    [InlineData("Package(\"st-one\", p => p.Version = \"1.0\"); Package(\"st-needs2\");", "st-one", "st-needs2")]
    [InlineData("Package(\"st-real\", p => p.Do(p.Remove)); Package(\"st-needs-real\");", "st-real", "st-needs-real")]
    public async Task A_change_that_undoes_another_package_of_the_recipe_fails_in_plan_and_run_with_neighbours_too(
        string recipe, string undone, string guilty)
    {
        foreach (var neighbour in new[] { "", "Package(\"st-epoch\");" })
        {
            var plan = await RecipeRun.RunAsync(Node, recipe + neighbour, ct, ConvergeMode.Plan);
            var run = await RecipeRun.RunAsync(Node, recipe + neighbour, ct);

            var refusal = $"the change of {guilty} would change another package: {undone}";
            Assert.Contains(refusal, plan.Messages, StringComparison.Ordinal);
            Assert.Contains(refusal, run.Messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_package_that_conflicts_with_one_that_the_recipe_has_installed_is_refused_in_every_run()
    {
        const string Recipe = """
            Package("st-real", p => p.IgnoreFailure = true);
            Package("st-rival", p => p.IgnoreFailure = true);
            Package("st-epoch");
            """;

        for (var changes = 2; changes >= 0; changes -= 2)
        {
            var run = await RecipeRun.RunAsync(Node, Recipe, ct);

            Assert.Equal((changes, 1), (run.Report.Count(ResultStatus.Changed), run.Report.Count(ResultStatus.Failed)));
            Assert.Contains(
                "the change of st-rival would change another package: st-real would be removed",
                run.Messages,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Package([\"st-nosuch\", \"st1x2-doc\"], p => p.IgnoreFailure = true);")]
    [InlineData("Package(\"st1x2-doc\"); Execute(\"dpkg --purge st1x2-doc\");")]
    public async Task A_missing_package_that_is_not_the_fault_of_a_change_does_not_fail_it(string before)
    {
        var run = await RecipeRun.RunAsync(Node, $"{before} Package(\"st-epoch\");", ct);

        Assert.True(run.Report.Status == HostStatus.Ok, run.Messages);
        Assert.Equal(ResultStatus.Changed, run.Report.Resources[^1].Status);
    }

    [Theory]
    [InlineData("Package(\"st-one\", p => p.Version = \"1.0\"); Package(\"st-one:all\");", 1)]
    [InlineData("Package(\"st-one:all\", p => p.Do(p.Upgrade)); Package(\"st-one\", p => p.Version = \"2.0\");", 1)]
    [InlineData("Package(\"st1x2-doc:all\"); Package(\"st1x2-doc\"); Package(\"st-epoch\");", 2)]
    public async Task A_package_that_is_named_again_with_its_architecture_changes_once_in_plan_and_run(
        string recipe, int changes)
    {
        await OnNodeAsync("dpkg --purge st-one >/dev/null");

        var plan = await RecipeRun.RunAsync(Node, recipe, ct, ConvergeMode.Plan);
        var run = await RecipeRun.RunAsync(Node, recipe, ct);
        var second = await RecipeRun.RunAsync(Node, recipe, ct);

        Assert.True(plan.Report.Count(ResultStatus.Changed) == changes, plan.Messages);
        Assert.True(run.Report.Count(ResultStatus.Changed) == changes, run.Messages);
        Assert.Equal((0, 0), (second.Report.Count(ResultStatus.Changed), second.Report.Count(ResultStatus.Failed)));
    }

    [Theory]
    [InlineData("half(); Package(\"st-real\");")]
    [InlineData("Package(\"st-real\"); half();")]
    [InlineData("Package(\"st-real\", p => p.Version = \"1.0\"); half();")]
    public async Task A_half_configured_package_that_another_change_configures_notifies_once(string recipe)
    {
        await OnNodeAsync("touch /opt/states/half; apt-get -qqy install st-half >/dev/null 2>&1; rm /opt/states/half");
        var full = $$"""
            var notified = Execute("echo configured >>/opt/states/notified", e => e.OnlyWhenNotified());
            void half() => Package("st-half", p => p.Notifies(notified.Run));
            {{recipe}}
            """;

        var first = await RecipeRun.RunAsync(Node, full, ct);
        await RecipeRun.RunAsync(Node, full, ct);

        Assert.True(first.Report.Count(ResultStatus.Changed) == 3, first.Messages);
        Assert.Equal("configured\n", await OnNodeAsync("cat /opt/states/notified"));
    }

    private async Task ConvergeTwiceAsync(string recipe)
    {
        await ConvergeAsync(recipe, ResultStatus.Changed);
        await ConvergeAsync(recipe, ResultStatus.Unchanged);
    }

    private async Task<RecipeRun> ConvergeAsync(string recipe, ResultStatus status)
    {
        var run = await RecipeRun.RunAsync(Node, recipe, ct);
        Assert.True(run.Report.Resources.Single().Status == status, run.Messages);
        return run;
    }

    private Task<string> OnNodeAsync(string command) => Fleet.ExecAsync(Node, command, ct);
}
