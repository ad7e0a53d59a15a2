namespace CSharpChef.Benchmarks;

/// <summary>The texts of the files of the test project.</summary>
internal static class TestSuiteTexts
{
    public static string Project(string testing) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>false</GenerateDocumentationFile>
            <RunAnalyzers>false</RunAnalyzers>
            <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="{testing}" />
            <PackageReference Include="xunit.v3" />
            <Compile Remove="out/**" />
          </ItemGroup>
        </Project>
        """;

    public static string Shared(string cookbooks) => $"""
        global using CSharpChef.Recipes;
        global using CSharpChef.Testing;
        global using Xunit;

        internal static class Shared
        {"{"}
            public static readonly ChefTest Cookbooks = new("{cookbooks}");
        {"}"}

        """;

    public static string Test(int number, int recipe, string platform) => $$"""
            [Fact]
            public async Task The_site_of_recipe_{{recipe}}_listens_on_port_{{8000 + number}}()
            {
                var node = FakeNode.{{platform}}().PackageBringsService("nginx").HasDirectory("/etc/nginx/conf.d");

                var run = await Shared.Cookbooks.With(new { suite = new { port = {{8000 + number}} } })
                    .Converge("suite::r{{recipe}}", node, TestContext.Current.CancellationToken);

                run.Node.File("/etc/nginx/conf.d/shop.conf").ShouldContain("listen {{8000 + number}};").ShouldHaveMode("0640");
                run.Node.Service("nginx").ShouldBeRunning().ShouldHaveReloaded();
                run.Resource<UserResource>("shop{{recipe}}").ShouldRunBefore<DirectoryResource>("/srv/shop{{recipe}}");
            }

        """;

    // 20 resources.
    public static string Recipe(int recipe) => $$"""
        var suite = Node.Bind<SuiteOptions>("suite");
        Package("nginx");
        Package(["curl", "jq"]);
        Group("ops{{recipe}}");
        User("shop{{recipe}}", u => { u.Home = "/srv/shop{{recipe}}"; u.Groups = ["ops{{recipe}}"]; });
        Directory("/srv/shop{{recipe}}", d => d.Owner = "shop{{recipe}}");
        Directory("/srv/shop{{recipe}}/logs", d => { d.Owner = "shop{{recipe}}"; d.Mode = "0750"; });
        Directory("/srv/shop{{recipe}}/releases/1", d => d.Recursive = true);
        Link("/srv/shop{{recipe}}/current", l => l.To = "/srv/shop{{recipe}}/releases/1");
        var site = Template($"/etc/nginx/conf.d/{suite.Name}.conf", t =>
        {
            t.Source = "site.conf";
            t.Mode = "0640";
            t.Variables = new { suite.Port, suite.Name };
        });
        var environment = Template("/etc/default/shop{{recipe}}", t => { t.Source = "app.env"; t.Variables = new { suite.Port }; });
        for (var worker = 0; worker < 5; worker++)
        {
            File($"/srv/shop{{recipe}}/worker-{worker}.ini", f => f.Content = $"[worker]\nnumber = {worker}\nport = {suite.Port + worker}\n");
        }

        Line("/etc/hosts", l => l.Text = "10.0.0.9 db");
        Sysctl("net.core.somaxconn", s => s.Value = "8192");
        Cron("shop{{recipe}}-report", c => { c.Schedule = "15 3 * * *"; c.Command = "/srv/shop{{recipe}}/report"; });
        File("/etc/logrotate.d/shop{{recipe}}", f => f.Content = "/srv/shop{{recipe}}/logs/*.log { weekly }\n");
        Service("nginx", s => { s.SubscribesTo(site, s.Reload); s.SubscribesTo(environment, s.Reload); });

        record SuiteOptions
        {
            [Range(1, 65535)] public int Port { get; init; }
            [Required] public string Name { get; init; } = "";
        }

        """;
}
