using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile;

public sealed class RecipeCompilerTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public void All_errors_of_all_files_are_reported()
    {
        cookbooks.With("web/recipes/default.csx", "#load \"more.csx\"\nvar x = nothing1;\nint y = \"text\";\n")
            .With("web/recipes/more.csx", "\n  nothing2();\n");

        var lines = cookbooks.Below(cookbooks.CompileError("web").Message).Split('\n');

        Assert.Equal(
            [
                "web/recipes/default.csx:2:9: error CS0103: The name 'nothing1' does not exist in the current context",
                "web/recipes/default.csx:3:9: error CS0029: Cannot implicitly convert type 'string' to 'int'",
                "web/recipes/more.csx:2:3: error CS0103: The name 'nothing2' does not exist in the current context",
            ],
            lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("var there = File.Exists(\"/x\");", "in a recipe, File(...) declares a file on the node; to read this machine write System.IO.File")]
    [InlineData("var all = Directory.GetFiles(\"/x\");", "in a recipe, Directory(...) declares a directory on the node; to read this machine write System.IO.Directory")]
    [InlineData("var path = Path.Combine(\"a\", \"b\");", "to work with files of this machine write System.IO.Path")]
    [InlineData("File(\"/x\", f => f.Mod = \"0644\");", "did you mean `Mode`?")]
    [InlineData("File(\"/x\", f => { f.Mode = \"0644\"; f.Contnt = \"\"; });", "did you mean `Content`?")]
    [InlineData("Pakage(\"nginx\");", "did you mean `Package`?")]
    [InlineData("Service(\"x\", s => s.SubscribesTo(s, s.Relod));", "did you mean `Reload`?")]
    [InlineData("var step = new CSharpChef.Recipes.Steps.FileStep(\"/x\") { Modee = null };", "did you mean `Mode`?")]
    [InlineData("var step = new FileStep(\"/x\");", "FileStep is for resources: use it in a file of resources/, or write using CSharpChef.Recipes.Steps;")]
    [InlineData("string x = Node.Platfrom.Name;", "did you mean `Platform`?")]
    [InlineData("Include(\"x\"); Query(\"true\");", "write `await` before it")]
    [InlineData("string x = Query(\"true\");", "write `await` before Query(...)")]
    [InlineData("Log(Query(\"true\"));", "write `await` before Query(...)")]
    [InlineData("void Now() { Converge(); }", "write `await` before it")]
    [InlineData("var app = Service(\"app\"); File(\"/x\", f => f.Notifies(app));", "name the action: Notifies(app.Restart)")]
    [InlineData("var run = Execute(\"x\"); File(\"/x\", f => f.Notifies(run));", "name the action: Notifies(run.Run)")]
    [InlineData("File(\"/x\", f => f.Notifies(Service(\"cron\")));", "name the action: Notifies(Service(\"cron\").Restart)")]
    [InlineData("var f = File(\"/x\"); Service(\"app\", s => s.SubscribesTo(File(\"/y\")));", "name the other resource and an action of this one: s.SubscribesTo(conf, s.Reload)")]
    [InlineData("if (Node.Platform == \"debian\") { }", "Node.Platform has Name, Version, Family, Codename: write Node.Platform.Name")]
    [InlineData("if (Node.Platform is \"debian\") { }", "Node.Platform has Name, Version, Family, Codename: write Node.Platform.Name")]
    [InlineData("switch (Node.Platform) { case \"debian\": break; }", "Node.Platform has Name, Version, Family, Codename: write Node.Platform.Name")]
    [InlineData("string x = Node.Platform;", "Node.Platform has Name, Version, Family, Codename: write Node.Platform.Name")]
    [InlineData("var x = Node.Platform switch { \"debian\" => 1, _ => 2 };", "Node.Platform has Name, Version, Family, Codename: write Node.Platform.Name")]
    [InlineData("Execute(\"x\", e => e.Timeout = 5);", "a time is a TimeSpan: TimeSpan.FromSeconds(5)")]
    [InlineData("Execute(\"x\", e => e.RetryDelay = \"5s\");", "a time is a TimeSpan: TimeSpan.FromSeconds(5)")]
    [InlineData("include_recipe(\"nginx\");", "write Include(\"cookbook::recipe\")")]
    [InlineData("apt_package(\"nginx\");", "write Package(\"name\"), which uses the package manager of the node")]
    [InlineData("Sleep(1);", "a recipe declares and does not wait; to wait for something, try until it is there: Execute(\"test -e /path\", e => e.Retries = 10)")]
    [InlineData("puts(\"x\");", "write Log(\"text\")")]
    [InlineData("File(\"/x\", f => f.Notifies(\"service[app]\"));", "name an action of a declared resource: var app = Service(\"app\"); then f.Notifies(app.Restart)")]
    [InlineData("File(\"/x\", f => f.Notifies(\"restart\", \"service[app]\", 1));", "name an action of a declared resource: var app = Service(\"app\"); then f.Notifies(app.Restart)")]
    [InlineData("var f = File(\"/x\"); Service(\"app\", s => s.SubscribesTo(f));", "name the other resource and an action of this one: s.SubscribesTo(conf, s.Reload)")]
    [InlineData("var app = Service(\"app\"); Notifies(app.Restart);", "write it in the resource: File(\"/etc/app.conf\", f => f.Notifies(app.Restart))")]
    [InlineData("Package(\"telnet\", p => p.Action = \"purge\");", "choose actions with Do: p.Do(p.Purge)")]
    [InlineData("Package(\"telnet\", p => { p.Action = 1; });", "choose actions with Do: p.Do(p.Install)")]
    [InlineData("var app = Service(\"app\"); File(\"/x\", f => f.Notifies(app.Restart, \"immediately\"));", "the timing is Timing.Immediately, or Timing.Delayed, which is the default: Notifies(app.Restart, Timing.Immediately)")]
    [InlineData("Package(\"x\", p => p.Version(\"1\"));", "it is a property: write p.Version = \"1\"")]
    [InlineData("not_if(\"test -e /x\");", "write it in the resource: e => e.NotIf(\"test -e /path\")")]
    [InlineData("Service(\"app\").Restart();", "an action runs when it is chosen, like s.Do(s.Restart), or notified, like f.Notifies(app.Restart)")]
    [InlineData("Log(Node[\"site\"][\"port\"]);", "write one path with dots: Node[\"site.port\"]")]
    [InlineData("var x = \"tls\"; Log(Node[\"site\"][x][\"cert\"]);", "write one path with dots: Node[$\"site.{x}.cert\"]")]
    [InlineData("RemoteFile(\"/srv/a\");", "download on the node: Execute(\"curl -fsSLo /srv/app.tgz https://...\", e => e.Creates = \"/srv/app.tgz\")")]
    [InlineData("AptPackage(\"nginx\");", "write Package(\"name\"), which uses the package manager of the node")]
    [InlineData("File(\"/x\", f => f.Mode = 0644);", "write it as a text: \"0644\"")]
    [InlineData("Execute(\"x\", e => e.OnlyIf = \"true\");", "call it: OnlyIf(\"command\")")]
    [InlineData("Execute(\"x\", e => e.NotIf(() => true));", "a guard is a shell command on the node, like OnlyIf(\"test -e /path\"); for what facts and attributes tell write if (...)")]
    [InlineData("var x = Query(\"ls\"); File(\"/x\", f => f.Content = x);", "write `await` before Query(...)")]
    [InlineData("var x = Query(\"ls\"); Log(x.Trim());", "write `await` before Query(...)")]
    [InlineData("Log(Query(\"ls\").Trim());", "write `await` before Query(...)")]
    [InlineData("var x = Query(\"ls\"); if (x == \"a\") { }", "write `await` before Query(...)")]
    [InlineData("var x = Query(\"ls\"); foreach (var y in x) { }", "write `await` before Query(...)")]
    [InlineData("var x = Query(\"ls\"); Log(x.Length > 0 ? \"a\" : \"b\");", "write `await` before Query(...)")]
    [InlineData("var x = Query(\"ls\"); var y = x[0];", "write `await` before Query(...)")]
    [InlineData("async Task<string> Version() => await Query(\"v\"); Log(Version());", "write `await` before Version()")]
    [InlineData("var x = Query(\"ls\"); Log($\"{x}\");", "write `await` before it")]
    [InlineData("Log($\"{Query(\"ls\")}\");", "write `await` before it")]
    [InlineData("var x = Query(\"ls\"); Log(\"a\" + x);", "write `await` before it")]
    [InlineData("Service(\"x\", s => { s.Start; });", "choose actions with Do: s.Do(s.Start)")]
    [InlineData("Service(\"x\", s => s.Start);", "choose actions with Do: s.Do(s.Start)")]
    [InlineData("var app = Service(\"x\"); app.Restart;", "choose actions with Do: app.Do(app.Restart)")]
    [InlineData("Package(\"x\", p => p.Ensure = \"purge\");", "choose actions with Do: p.Do(p.Purge)")]
    [InlineData("Cron(\"x\", c => { c.Hour = 3; });", "write c.Schedule = \"15 3 * * *\": minute, hour, day of month, month and day of week in one text")]
    [InlineData("Cron(\"x\", c => c.minute = \"5\");", "write c.Schedule = \"15 3 * * *\": minute, hour, day of month, month and day of week in one text")]
    [InlineData("Execute(\"x\", e => e.User = \"app\");", "write e.RunAs = \"...\"")]
    [InlineData("User(\"x\", u => u.Password = \"...\");", "write u.PasswordHash = \"...\"")]
    [InlineData("Template(\"/x\", t => t.Vars = 1);", "write t.Variables = new { port = 8080 }")]
    [InlineData("Execute(\"x\", e => e.only_if(\"true\"));", "did you mean `OnlyIf`?")]
    [InlineData("User(\"x\", u => u.manage_home = true);", "did you mean `ManageHome`?")]
    public void A_common_mistake_gets_a_hint(string code, string hint)
    {
        cookbooks.With("web/recipes/default.csx", code);

        var lines = cookbooks.CompileError("web").Message.Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Equal("    " + hint, lines[1]);
    }

    [Theory]
    [InlineData("Template(\"/x\", t => { t.Variables = { port = 1 }; });", "write an object as new { name = value }, a list as [value]")]
    [InlineData("Template(\"/x\", t => t.Variables = { port = 1 });", "write an object as new { name = value }, a list as [value]")]
    [InlineData("package \"nginx\"", "write the call with parentheses: Package(\"nginx\")")]
    [InlineData("package \"nginx\" do\n  action :install\nend", "write the call with parentheses: Package(\"nginx\")")]
    [InlineData("package 'nginx'", "write the call with parentheses: Package(\"nginx\")")]
    [InlineData("Package \"nginx\";", "write the call with parentheses: Package(\"nginx\")")]
    [InlineData("cookbook_file \"/etc/motd\"", "write the call with parentheses: CookbookFile(\"/etc/motd\")")]
    public void A_form_of_another_language_gets_a_hint_once_among_its_errors(string code, string hint)
    {
        cookbooks.With("web/recipes/default.csx", code);

        var lines = cookbooks.CompileError("web").Message.Split('\n');

        Assert.True(lines.Count(line => line == "    " + hint) == 1, string.Join('\n', lines));
    }

    [Fact]
    public void Texts_of_results_that_are_awaited_compile()
    {
        cookbooks.With("web/recipes/default.csx", """
            var x = await Query("ls");
            var task = Query("id");
            Log($"{x} {await Query("ls")}" + x + await task);
            """);

        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Fact]
    public void A_word_of_a_cookbook_that_is_not_a_dependency_gets_a_hint_with_the_cookbook()
    {
        cookbooks.With("base/resources/motd.csx", """
                void Motd(string text) => File("/etc/motd", f => f.Content = text);
                sealed class Banner { }
                """)
            .With("base/recipes/default.csx", "")
            .With("web/recipes/default.csx", "Motd(\"hello\");")
            .With("web/recipes/type.csx", "var banner = new Banner();");

        foreach (var (recipe, word) in new[] { ("web", "Motd"), ("web::type", "Banner") })
        {
            Assert.EndsWith(
                $"\n    {word} is a word of the cookbook base: add \"base\" to the dependencies in web/cookbook.json",
                cookbooks.CompileError(recipe).Message, StringComparison.Ordinal);
        }

        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""").Compile("web");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("// nothing yet\n")]
    [InlineData("/* a\nb */")]
    [InlineData("using System.Net;\n")]
    [InlineData("#:include empty.csx\n")]
    [InlineData("record Options(int Port);\n")]
    public async Task A_recipe_without_a_statement_declares_nothing(string text)
    {
        cookbooks.With("web/recipes/default.csx", text).With("web/recipes/empty.csx", "");

        Assert.Empty(await cookbooks.Evaluate("web"));
        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Fact]
    public void A_task_that_is_awaited_or_stored_and_an_include_that_is_not_awaited_compile_without_warnings()
    {
        cookbooks.With(
            "web/recipes/default.csx", "Include(\"x\"); await Converge(); var x = Query(\"true\"); _ = await x;");

        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Fact]
    public void A_nullability_mistake_is_a_warning()
    {
        cookbooks.With("web/recipes/default.csx", "string? name = null;\nLog(name);\n");

        var warning = Assert.Single(cookbooks.Compile("web").Warnings);

        Assert.StartsWith("web/recipes/default.csx:2:5: warning CS8604:", cookbooks.Below(warning));
    }

    [Fact]
    public async Task A_load_finds_scripts_beside_the_recipe_in_its_cookbook_and_in_another_cookbook()
    {
        cookbooks.With("web/recipes/default.csx", """
                #load "parts/beside.csx"
                #load "lib/top.csx"
                #load "cookbook:base/lib/other.csx"
                Beside(); Top(); Other();
                """)
            .With("web/recipes/parts/beside.csx", "void Beside() => Log(\"beside\");")
            .With("web/lib/top.csx", "void Top() => Log(\"top\");")
            .With("base/lib/other.csx", "void Other() => Log(\"other\");");

        var resources = await cookbooks.Evaluate("web");

        Assert.Equal(["beside", "top", "other"], resources.Select(each => each.Name));
        Assert.Equal(
            ["web/recipes/parts/beside.csx:1:18", "web/lib/top.csx:1:15", "base/lib/other.csx:1:17"],
            resources.Select(each => cookbooks.Below(each.DeclaredAt.ToString())));
    }

    [Theory]
    [InlineData("../../base/lib/other.csx", "can only load files of its cookbook")]
    [InlineData("/etc/passwd", "no web/recipes/etc/passwd or web/etc/passwd in the cookbooks")]
    [InlineData("cookbook:../x.csx", "can only load files of its cookbook")]
    [InlineData("missing.csx", "no web/recipes/missing.csx or web/missing.csx in the cookbooks")]
    [InlineData("link.csx", "or it is a link that leads out of them")]
    public void A_load_outside_the_cookbooks_is_an_error_at_its_line(string path, string message)
    {
        cookbooks.With("web/recipes/default.csx", $"// first\n#load \"{path}\"\n").With("base/lib/other.csx", "");
        File.CreateSymbolicLink(cookbooks["web/recipes/link.csx"], "/etc/hostname");

        var error = cookbooks.CompileError("web").Message;

        Assert.StartsWith("web/recipes/default.csx:2:7: error CS1504:", cookbooks.Below(error));
        Assert.Contains(message, error);
    }

    [Fact]
    public async Task Resources_of_a_cookbook_and_its_dependencies_are_in_scope_of_its_recipes()
    {
        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
            .With("web/resources/motd.csx", """
                MotdResource Motd(string text, Action<MotdResource>? configure = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
                    Declare(new MotdResource(text), configure, file, line);

                sealed class MotdResource(string text) : Resource(text)
                {
                    public string Mode { get; set; } = "0644";
                    public ResourceAction Create => Act(_ => [new FileStep("/etc/motd")
                    {
                        Content = FileContent.FromText(Name),
                        Mode = Permissions.Parse(Mode),
                    }]);
                    protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
                }
                """)
            .With("base/resources/hello.csx", "void Hello() => Log(\"hello\");")
            .With("web/recipes/default.csx", "Hello();\nMotd(\"hi\", m => m.Mode = \"0600\");");

        var resources = await cookbooks.Evaluate("web");

        Assert.Equal(["log[hello]", "motd[hi]"], resources.Select(each => each.ToString()));
        Assert.Equal("web/recipes/default.csx:2:1", cookbooks.Below(resources[1].DeclaredAt.ToString()));
        var step = Assert.IsType<FileStep>(Assert.Single(resources[1].Actions[0].Steps(resources[1].Context.Node)));
        Assert.Equal(Permissions.Parse("0600"), step.Mode);
    }

    [Fact]
    public async Task A_recipe_may_use_helper_functions_records_top_level_await_and_any_line_ends()
    {
        cookbooks.With("web/recipes/default.csx", """
            record Site(string Name, int Port);
            var sites = new[] { new Site("a", 80), new Site("b", 81) };
            await Task.Yield();
            void Declared(Site site) => Log($"{site.Name}:{site.Port} {1.5}");
            foreach (var site in sites.Where(site => site.Port > 80)) { Declared(site); }
            """.ReplaceLineEndings("\r\n"));

        var resource = Assert.Single(await cookbooks.Evaluate("web"));

        Assert.Equal("b:81 1.5", resource.Name);
        Assert.Equal("web/recipes/default.csx:4:29", cookbooks.Below(resource.DeclaredAt.ToString()));
    }

    [Fact]
    public void The_compiled_recipe_does_not_depend_on_the_folder_of_its_cookbook()
    {
        using var other = new CookbookFolder();
        foreach (var folder in new[] { cookbooks, other })
        {
            folder.With("web/recipes/default.csx", "#load \"x.csx\"\nLog(\"x\");")
                .With("web/recipes/x.csx", "Log(\"y\");");
        }

        var (first, two) = (cookbooks.Compile("web"), other.Compile("web"));

        Assert.Equal(first.Assembly, two.Assembly);
        Assert.Equal(first.Symbols, two.Symbols);
    }
}
