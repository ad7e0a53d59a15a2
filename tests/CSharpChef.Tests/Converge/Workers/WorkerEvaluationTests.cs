using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Workers;

public sealed class WorkerEvaluationTests : IAsyncDisposable
{
    private readonly WorkerCookbooks cookbooks = new();

    public ValueTask DisposeAsync() => cookbooks.DisposeAsync();

    [Fact]
    public async Task A_run_in_a_worker_has_the_plans_and_the_report_of_a_run_in_this_process()
    {
        cookbooks.With("web/attributes/default.json", """{ "port": 80, "db": { "password": "hush hush" } }""")
            .With("web/files/logo.bin", "\0\u0001")
            .With("web/recipes/default.csx", """
                var service = Service("nginx", s => s.OnlyWhenNotified());
                var conf = File("/etc/app.conf", f =>
                {
                    f.Content = $"port={Node["port"]} {Secret("db.password")} {Secret("env:OTHER")}\n";
                    f.Mode = "0600";
                    f.OnlyIf("true");
                    f.Notifies(service.Restart);
                });
                await Converge();
                Log($"changed: {conf.Changed}", l => l.Level = LogLevel.Warning);
                var late = Execute("true", e => { e.Cwd = "/tmp"; e.NotIf("false"); });
                late.SubscribesTo(conf, late.Run);
                CookbookFile("/opt/logo", f => f.Source = "logo.bin");
                Package("curl");
                Package("curl", p => p.Do(p.Upgrade));
                """);

        var (here, plans) = await cookbooks.ConvergeAsync(Node(), inProcess: true);
        var (there, sentPlans) = await cookbooks.ConvergeAsync(Node());

        Assert.True(there.Error is null, there.Error?.Message);
        Assert.Null(here.Error);
        Assert.Equal(plans.Select(each => Program(each.Plan)), sentPlans.Select(each => Program(each.Plan)));
        Assert.Equal(
            here.Resources.Select(each => cookbooks.Below($"{each with { Seconds = 0 }}")), there.Resources.Select(each => cookbooks.Below($"{each with { Seconds = 0 }}")));
    }

    [Fact]
    public async Task A_recipe_in_a_worker_sees_its_stack_and_publishes_values()
    {
        cookbooks.With("web/recipes/default.csx", """
            var db = Node.Layer("db").Instances[0];
            File("/etc/db", f => f.Content = $"{db.PrivateIp}:{db.Published["port"]} {Node.Stack.Databases[0].Password}\n");
            foreach (var app in Search("aws_opsworks_app", "deploy:true")) { Log(app.Name); }
            Publish("role", Node.Layers[0].Name);
            """);
        var node = Node().WithStack(new StackData("web1")
        {
            Stack = new("shop") { Databases = [new("main") { Password = "hush hush" }] },
            Layers = [new("web"), new("db")],
            Instances =
            [
                new("web1") { Layers = ["web"] },
                new("db1")
                {
                    Layers = ["db"],
                    PrivateIp = "10.0.0.2",
                    Published = new Dictionary<string, string> { ["port"] = "5433" },
                },
            ],
            Apps = [new("shop") { IsDeployed = true }, new("blog")],
            Command = new("deploy") { Args = new Dictionary<string, IReadOnlyList<string>> { ["app_ids"] = ["1"] } },
        });

        var (report, _) = await cookbooks.ConvergeAsync(node);

        Assert.True(report.Error is null, report.Error?.Message);
        Assert.Equal([KeyValuePair.Create("role", "web")], report.Published);
        Assert.Equal(["file[/etc/db]", "log[shop]"], report.Resources.Select(resource => resource.Resource));
        Assert.Equal("10.0.0.2:5433 hush hush\n", node.File("/etc/db").Content);
        Assert.Null(report.Resources[0].Diff);
    }

    private static FakeNode Node() => FakeNode.Debian12().HasService("nginx").OnCommand("true").Returns(0).OnCommand("false").Returns(1);

    private string Program(ConvergePlan plan) => cookbooks.Below(
        ShellProgramRenderer.Render(plan, StepResource.NodeOf(FakeNode.Debian12()), verify: false).Actions);
}
