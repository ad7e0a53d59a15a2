using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing.Outcomes;

/// <summary>A run of a recipe with resources of several kinds, for tests of assertions about them.</summary>
public sealed class DeclaredRun : IAsyncLifetime
{
    private const string Recipe = """
        Package("nginx", p => p.Options = ["--no-install-recommends", "--quiet"]);
        var conf = Template("/etc/nginx/conf.d/site.conf", t => { t.Source = "site"; t.Mode = "0640"; });
        Directory("/etc/nginx/conf.d", d => d.Recursive = true);
        var check = Execute("nginx -t", e => e.OnlyWhenNotified());
        conf.Notifies(check.Run, Immediately);
        Service("nginx", s => s.SubscribesTo(conf, s.Reload));
        File("/etc/motd", f => { f.Content = "one\ntwo\n"; f.NotIf("true"); });
        File("/etc/secret", f => { f.Content = $"password={Secret("db.password")}\n"; f.Mode = "0600"; });
        Execute("unused", e => e.OnlyWhenNotified());
        Vhost("shop");
        """;

    private const string Vhost = """
        VhostResource Vhost(string name, Action<VhostResource>? set = null) => Declare(new VhostResource(name), set);

        sealed class VhostResource(string name) : Resource(name)
        {
            public int Port { get; set; } = 80;
            public ResourceAction Create => Act(_ => [new FileStep($"/etc/vhost-{Name}")]);
            protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
        }
        """;

    private readonly CookbookFolder folder = new CookbookFolder()
        .With("web/recipes/default.csx", Recipe)
        .With("web/resources/vhost.csx", Vhost)
        .With("web/templates/site.liquid", "listen 80\n");

    /// <summary>The run. The template comes before the folder that it needs, so that it fails.</summary>
    public ConvergeOutcome Failed { get; private set; } = null!;

    /// <summary>The run on a node that has the folder.</summary>
    public ConvergeOutcome Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var tests = new ChefTest(folder.Root).AllowFailure().With(new { db = new { password = "hunter22" } });
        Failed = await tests.Converge("web", Node());
        Run = await tests.Converge("web", Node().HasDirectory("/etc/nginx/conf.d"));
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The place of a line of the recipe, as failures show it.</summary>
    public string At(int line, int column = 1) => $"{folder.Root}/web/recipes/default.csx:{line}:{column}";

    /// <summary>The message of an assertion that must fail.</summary>
    public static string MessageOf(Func<object> assertion) => Assert.Throws<ChefTestException>(assertion).Message;

    private static FakeNode Node() =>
        FakeNode.Debian12().PackageBringsService("nginx").OnCommand("nginx -t").Returns(0);
}
