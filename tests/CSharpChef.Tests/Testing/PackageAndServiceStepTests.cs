using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class PackageAndServiceStepTests
{
    private readonly FakeNode node = FakeNode.Debian12();

    [Fact]
    public void A_package_that_the_test_does_not_mention_can_be_installed()
    {
        Assert.Equal(["install curl"], node.Does(new PackageStep("curl")));
        node.Package("curl").ShouldBeInstalled("1.0");
        Assert.Equal(["install git 2.4*"], node.Does(new PackageStep("git") { Version = "2.4*" }));
        Assert.Equal(["install vim 9.1.*"], node.Does(new PackageStep("vim") { Version = "9.1.*" }));
        node.Package("vim").ShouldBeInstalled("9.1.0");
    }

    [Fact]
    public void The_newest_matching_version_is_installed()
    {
        node.Offers("nginx", "1.22.1").Offers("nginx", "1.24.0").Offers("nginx", "1.26.0");
        Assert.Equal(["install nginx 1.24.*"], node.Does(new PackageStep("nginx") { Version = "1.24.*" }));
        Assert.Empty(node.Does(new PackageStep("nginx")));
        Assert.Equal(["upgrade nginx"], node.Does(new PackageStep("nginx", PackageState.Latest)));
        node.Package("nginx").ShouldBeInstalled("1.26.0");
        Assert.Equal(["install nginx 1.22.1"], node.Does(new PackageStep("nginx") { Version = "1.22.1" }));
        Assert.Contains("no package source offers nginx 2", node.Fails(new PackageStep("nginx") { Version = "2" }));
    }

    [Fact]
    public void A_version_that_no_source_offers_is_refused_with_those_that_exist() => Assert.Equal(
        "no package source offers nginx 1.24.*; they offer 1:1.25.0-1, 1:1.24.0-1",
        node.Offers("nginx", "1:1.24.0-1").Offers("nginx", "1:1.25.0-1")
            .Fails(new PackageStep("nginx") { Version = "1.24.*" }));

    [Fact]
    public void A_sensitive_package_that_no_source_offers_is_not_named()
    {
        node.OffersOnly("curl");

        string? Reason(string name, string? version) => Assert.Single(node.Plan(r => r.Package(name, p =>
        {
            p.Sensitive = true;
            p.Version = version;
        }))).Reason;

        Assert.Equal("no package source has the package", Reason("secret-tool", null));
        Assert.Equal("no package source offers the package", Reason("curl", "7"));
    }

    [Theory]
    [InlineData("pv", "pv:amd64")]
    [InlineData("pv:amd64", "pv")]
    [InlineData("pv", "pv:all")]
    public void A_package_is_installed_under_its_name_with_and_without_the_architecture_of_the_machine(
        string installed, string wanted)
    {
        node.HasPackage(installed, "2").Offers(installed, "2");

        Assert.Empty(node.Does(new PackageStep(wanted) { Version = "2" }));
        Assert.Equal(["install pv:i386"], node.Does(new PackageStep("pv:i386")));
        Assert.Equal([$"remove {wanted}"], node.Does(new PackageStep(wanted, PackageState.Removed)));
        node.Package(installed).ShouldNotBeInstalled();
    }

    [Fact]
    public void A_package_of_Rocky_Linux_is_installed_under_its_name_with_the_architecture_of_the_machine() =>
        Assert.Empty(FakeNode.Rocky9().HasPackage("pv").Does(new PackageStep("pv.x86_64")));

    [Fact]
    public void A_held_package_is_neither_upgraded_nor_changed_unless_the_options_allow_it()
    {
        node.HasPackage("nginx", "1.22").HoldsPackage("nginx").Offers("nginx", "1.24");

        Assert.Empty(node.Does(new PackageStep("nginx", PackageState.Latest)));
        Assert.Equal(
            "nginx is held at 1.22: release it with apt-mark unhold, or set Options to --allow-change-held-packages",
            node.Fails(new PackageStep("nginx") { Version = "1.24" }));
        Assert.Contains(
            "nginx is held at 1.22",
            node.Fails(new PackageStep("nginx", PackageState.Removed)),
            StringComparison.Ordinal);
        Assert.Equal(["upgrade nginx"], node.Does(
            new PackageStep("nginx", PackageState.Latest) { Options = ["--allow-change-held-packages"] }));
    }

    [Fact]
    public void A_dependency_that_the_recipe_installs_is_marked_as_manually_installed()
    {
        node.HasDependency("libpq5");

        Assert.Equal(["mark libpq5 as manually installed"], node.Does(new PackageStep("libpq5")));
        Assert.Empty(node.Does(new PackageStep("libpq5", PackageState.Latest)));
    }

    [Fact]
    public void A_plan_refuses_what_no_source_offers_unless_something_before_it_would_change()
    {
        node.OffersOnly("curl");

        Assert.Equal(ResultStatus.Failed, node.Plan(r => r.Package("nginx")).Single().Status);
        Assert.Equal(
            [ResultStatus.Changed, ResultStatus.Changed],
            node.Plan(r =>
            {
                r.File("/etc/apt/sources.list.d/nginx.list");
                r.Package("nginx");
            }).Select(result => result.Status));
    }

    [Fact]
    public void OffersOnly_limits_the_packages_that_can_be_installed()
    {
        node.OffersOnly("curl").HasPackage("local", "3");
        Assert.Equal(["install curl"], node.Does(new PackageStep("curl", PackageState.Latest)));
        Assert.Empty(node.Does(new PackageStep("local", PackageState.Latest)));
        Assert.Equal("no package source has a package nginx", node.Fails(new PackageStep("nginx")));
    }

    [Fact]
    public void Apt_keeps_the_configuration_of_a_removed_package_until_it_is_purged()
    {
        node.PackageBringsConfiguration("nginx", "/etc/nginx.conf", "new");
        Assert.Equal(["install nginx"], node.Does(new PackageStep("nginx")));
        Assert.Equal(["remove nginx"], node.Does(new PackageStep("nginx", PackageState.Removed)));
        node.File("/etc/nginx.conf").ShouldBe("new");
        Assert.Equal(["purge nginx"], node.Does(new PackageStep("nginx", PackageState.Purged)));
        node.File("/etc/nginx.conf").ShouldNotExist();
    }

    [Fact]
    public void Dnf_removes_the_configuration_with_its_package()
    {
        var rocky = FakeNode.Rocky9().PackageBringsConfiguration("nginx", "/etc/nginx.conf", "new");
        Assert.Equal(["install nginx"], rocky.Does(new PackageStep("nginx")));
        Assert.Equal(["remove nginx"], rocky.Does(new PackageStep("nginx", PackageState.Removed)));
        rocky.File("/etc/nginx.conf").ShouldNotExist();
        Assert.Empty(rocky.Does(new PackageStep("nginx", PackageState.Purged)));
    }

    [Fact]
    public void A_package_without_configuration_leaves_nothing_to_purge()
    {
        node.HasPackage("tree");
        Assert.Equal(["remove tree"], node.Does(new PackageStep("tree", PackageState.Removed)));
        Assert.Empty(node.Does(new PackageStep("tree", PackageState.Purged)));
    }

    [Fact]
    public void A_configuration_file_that_is_there_is_kept_by_the_installation()
    {
        node.HasFile("/etc/nginx.conf", "own").PackageBringsConfiguration("nginx", "/etc/nginx.conf", "new");
        Assert.Equal(["install nginx"], node.Does(new PackageStep("nginx")));
        node.File("/etc/nginx.conf").ShouldBe("own");
    }

    [Fact]
    public void Installing_a_package_adds_its_service_and_removing_it_removes_the_service()
    {
        node.PackageBringsService("nginx").PackageBrings("nginx", n => n.HasDirectory("/etc/nginx"));
        Assert.Equal(["install nginx"], node.Does(new PackageStep("nginx")));
        node.Service("nginx").ShouldBeRunning().ShouldBeEnabled();
        node.Directory("/etc/nginx").ShouldExist();
        Assert.Equal(["remove nginx"], node.Does(new PackageStep("nginx", PackageState.Removed)));
        Assert.False(node.Service("nginx").Exists);
        var rocky = FakeNode.Rocky9().PackageBringsService("httpd");
        rocky.Does(new PackageStep("httpd"));
        rocky.Service("httpd").ShouldBeStopped().ShouldBeDisabled();
    }

    [Fact]
    public void A_service_step_changes_the_service_to_its_state()
    {
        node.HasService("app", running: false, enabled: false);
        Assert.Equal(["enable"], node.Does(new ServiceStep("app", ServiceState.Enabled)));
        Assert.Equal(
            ResultStatus.Unchanged,
            node.Execute(PlanOf.Steps(new ServiceStep("app", ServiceState.Reloaded)), ConvergeMode.Converge)[0].Status);
        Assert.Equal(["start"], node.Does(new ServiceStep("app.service", ServiceState.Started)));
        Assert.Equal(["restart"], node.Does(new ServiceStep("app", ServiceState.Restarted), always: true));
        Assert.Equal(["reload"], node.Does(new ServiceStep("app", ServiceState.Reloaded), always: true));
        node.Service("app").ShouldBeRunning().ShouldBeEnabled().ShouldHaveRestarted().ShouldHaveReloaded();
        Assert.Equal(["stop"], node.Does(new ServiceStep("app", ServiceState.Stopped)));
        Assert.Equal(["disable"], node.Does(new ServiceStep("app", ServiceState.Disabled)));
        Assert.Equal(["mask"], node.Does(new ServiceStep("app", ServiceState.Masked)));
        Assert.Equal("app.service is masked: unmask it", node.Fails(new ServiceStep("app", ServiceState.Started)));
        var start = node.Execute(PlanOf.Steps(new ServiceStep("app", ServiceState.Started)), ConvergeMode.Converge);
        Assert.Empty(Assert.Single(start).Changes);
        node.Service("app").ShouldBeStopped().ShouldBeDisabled().ShouldBeMasked();
    }

    [Theory]
    [InlineData(ServiceState.Enabled)]
    [InlineData(ServiceState.Started)]
    [InlineData(ServiceState.Restarted)]
    [InlineData(ServiceState.Reloaded)]
    public void A_step_for_an_unknown_service_fails(ServiceState state) =>
        Assert.Equal("service app does not exist", node.Fails(new ServiceStep("app", state)));

    [Theory]
    [InlineData(ServiceState.Disabled)]
    [InlineData(ServiceState.Stopped)]
    public void An_unknown_service_is_stopped_and_disabled(ServiceState state) =>
        Assert.Equal(
            ResultStatus.Unchanged,
            node.Execute(PlanOf.Steps(new ServiceStep("app", state)), ConvergeMode.Converge)[0].Status);

    [Fact]
    public void A_service_without_an_Install_section_is_not_enabled_and_a_note_names_what_starts_it()
    {
        node.HasFile("/etc/systemd/system/job.service", "[Service]\nExecStart=/bin/true\n");
        var alone = node.Execute(PlanOf.Steps(new ServiceStep("job", ServiceState.Enabled)), ConvergeMode.Converge)[0];
        node.HasFile("/etc/systemd/system/job.timer", "[Timer]\nOnBootSec=1\n");

        var timed = node.Execute(PlanOf.Steps(new ServiceStep("job", ServiceState.Enabled)), ConvergeMode.Converge)[0];

        Assert.Equal((ResultStatus.Unchanged, ResultStatus.Unchanged), (alone.Status, timed.Status));
        Assert.Equal(
            "systemd cannot enable job.service, which has no [Install] section: enable the unit that starts it", alone.Reason);
        Assert.Equal("systemd cannot enable job.service, which has no [Install] section: enable job.timer", timed.Reason);
    }

    [Fact]
    public void An_unknown_service_can_be_masked() =>
        Assert.Equal(["mask"], node.Does(new ServiceStep("app", ServiceState.Masked)));

    [Fact]
    public void A_unit_file_or_init_script_defines_a_service()
    {
        node.Does(new FileStep("/etc/systemd/system/app.service"));
        Assert.Equal(["start"], node.Does(new ServiceStep("app", ServiceState.Started)));
        node.Does(new FileStep("/etc/systemd/system/app.timer"));
        Assert.Equal(["enable"], node.Does(new ServiceStep("app.timer", ServiceState.Enabled)));
        var alpine = FakeNode.Alpine320().HasFile("/etc/init.d/app", "");
        Assert.Equal(["enable"], alpine.Does(new ServiceStep("app", ServiceState.Enabled)));
        alpine.Fails(new ServiceStep("app", ServiceState.Masked));
    }

    [Theory]
    [InlineData(ServiceState.Enabled)]
    [InlineData(ServiceState.Started)]
    [InlineData(ServiceState.Restarted)]
    public void A_plan_refuses_a_masked_service_unless_something_before_it_would_change(ServiceState state)
    {
        node.HasService("app", running: false, enabled: false);
        node.Does(new ServiceStep("app", ServiceState.Masked));
        var alone = Assert.Single(node.Execute(PlanOf.Steps(new ServiceStep("app", state)), ConvergeMode.Plan));
        Assert.Equal((ResultStatus.Failed, "app.service is masked: unmask it"), (alone.Status, alone.Reason));
        Assert.Empty(alone.Changes);
        var after = node.Plan(r =>
        {
            r.Execute("systemctl unmask app");
            r.Service("app");
        });
        Assert.Equal(["run", "enable", "start"], after.SelectMany(result => result.Changes));
    }

    [Fact]
    public void A_package_that_no_source_offers_is_not_listed_as_a_change_and_one_before_it_is()
    {
        foreach (var mode in new[] { ConvergeMode.Plan, ConvergeMode.Converge })
        {
            var plan = PlanOf.Steps(new PackageStep("known"), new PackageStep("ghost"));
            var result = Assert.Single(node.OffersOnly("known").Execute(plan, mode));
            Assert.Equal(ResultStatus.Failed, result.Status);
            Assert.Equal(["install known"], result.Changes);
        }
    }

    [Fact]
    public void A_plan_refuses_a_kernel_parameter_that_nothing_before_it_can_bring()
    {
        var result = Assert.Single(node.Plan(r => r.Sysctl("no.such", s => s.Value = "1")));
        Assert.Equal(ResultStatus.Failed, result.Status);
        Assert.Contains("no kernel parameter no.such:", result.Reason);
    }

    [Fact]
    public void A_plan_assumes_the_service_of_a_package_that_is_not_installed_yet()
    {
        var results = node.PackageBringsService("nginx").Plan(r =>
        {
            r.Package("nginx");
            r.Service("nginx");
        });
        Assert.Equal(["install nginx", "enable", "start"], results.SelectMany(result => result.Changes));
        Assert.All(results, result => Assert.Equal(ResultStatus.Changed, result.Status));
        node.Package("nginx").ShouldNotBeInstalled();
    }
}
