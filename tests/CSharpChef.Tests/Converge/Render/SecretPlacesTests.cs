using System.Runtime.Versioning;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>
/// Puts a secret into every place where a recipe can have one, and looks for it in every place where it must not be.
/// </summary>
[SupportedOSPlatform("linux")]
[Collection(LocalMachine.Name)]
[WholeSuite]
public sealed class SecretPlacesTests : IDisposable
{
    private const string Secret = "it's-100%-[secret]";
    private const string KeyLine = "MIIEkey-line-of-a-secret-";
    private const string Plain = "canary-of-a-sensitive-resource";

    private static readonly string[] Wanted =
    [
        "secret.json",
        "plain",
        "made",
        "large",
        "plain-made",
        "t.conf",
        "lines",
        "key",
        "read"
    ];
    private readonly LocalMachine machine = new();

    public SecretPlacesTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked at in /proc");

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task A_secret_is_found_only_where_the_recipe_puts_it()
    {
        using var tool = new Tool();
        var commands = new HeldCommands();
        PlantSecrets(hold: commands.Hold);
        string[] rest =
        [
            "local",
            "-r",
            "site",
            "--cookbooks",
            machine.Cookbooks.Root,
            "--attributes",
            machine.Cookbooks["secret.json"],
            "--no-sudo"
        ];

        // The first compiles for the second.
        var program = (await CommandLine.RunAsync(["show", "program", .. rest])).Exits(0);
        var wasMade = File.Exists(machine["made"]);
        var (result, commandLines) =
            await ProcessList.DuringAsync(() => tool.RunAsync(["converge", .. rest, "--verbose"]));

        var seenWhenHeld = await commands.EndAsync();
        result.Exits(0);
        Assert.Equal(7, commands.Count);
        Assert.Contains(commandLines, line => line.Contains("csharpchef.dll converge local", StringComparison.Ordinal));
        Clean("show program", program.Out + program.Error);
        Clean("converge --verbose", result.Out + result.Error);
        Assert.All(commandLines.Union(seenWhenHeld), line => Clean("the process list", line));
        Assert.All(Kept(tool.PathOf("")), file => Clean(file, Text(file)));
        Assert.False(wasMade);
        Assert.Contains(
            Secret,
            await File.ReadAllTextAsync(machine["made"], TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(
            $"{Plain} read\n", await File.ReadAllTextAsync(machine["read"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_error_of_a_recipe_that_fails_with_a_secret_does_not_show_the_secret()
    {
        PlantSecrets(last: "throw new InvalidOperationException(s);");

        var result = await machine.ConvergeAsync("site", "--attributes", machine.Cookbooks["secret.json"]);

        Assert.NotEqual(0, result.Code);
        Clean("the error", result.Out + result.Error);
    }

    private static void Clean(string place, string text) =>
        Assert.False(text.Contains(Secret, StringComparison.Ordinal)
            || text.Contains(Plain, StringComparison.Ordinal)
            || text.Contains("100%-[sec", StringComparison.Ordinal)
            || text.Contains(KeyLine, StringComparison.Ordinal), $"{place}: {text}");

    private static string Key() => string.Join(@"\n", Enumerable.Range(100, 30).Select(line => $"{KeyLine}{line}"));

    private void PlantSecrets(string hold = "true", string last = "") => machine.Cookbooks
        .With("secret.json", $$"""{ "dir": "{{machine.Dir}}", "db": { "password": "{{Secret}}", "key": "{{Key()}}" } }""")
        .With("machine/plain", Plain)
        .With("machine/lines", $"password {Secret}\nother\n")
        .With("site/templates/t.conf", "pw={{ pw }}\n")
        .With("site/recipes/default.csx", $$"""
            string dir = Node["dir"];
            var s = Secret("db.password");
            var key = Secret("db.key");
            try { await Query($"echo {Quoted(s)}; printf '%s\n' {Quoted(key)} | sed 's/^/> /' >&2; exit 3"); }
            catch (ChefException e) { Log(e.Message); }
            var hold = "{{hold}}";
            var plain = System.IO.File.ReadAllText(At("plain"));
            string At(string name) => $"{dir}/{name}";
            File(At("made"), f => { f.Content = $"pw={s}\n"; f.Verify = "test {path} != " + Quoted(s) + $" && {hold}"; });
            File(At("large"), f => f.Content = $"pw={s}\n" + new string('x', 20000));
            File(At("plain-made"), f => { f.Content = plain; f.Sensitive = true; });
            Template(At("t.conf"), t => t.Variables = new { pw = s });
            Execute($"{hold}; test {Quoted(s)}", e => e.NotIf($"{hold}; test -z {Quoted(s)}"));
            Execute($"{hold}; test {plain}", e => { e.Sensitive = true; e.OnlyIf($"{hold}; test {plain}"); });
            Execute($"{hold}; cat", e => e.Input = s);
            Execute($"cat > {At("read")}; echo $OTHER >> {At("read")}; sed -i 'N;s/\\n/ /' {At("read")}", e => { e.Sensitive = true; e.Input = plain + "\n"; e.Environment["OTHER"] = "read"; });
            Script("script", x => x.Code = $"{hold}; exit_code={Quoted(s)}\n");
            Line(At("lines"), l => { l.Text = $"user {s}"; l.Match = "^user .*"; });
            Line(At("lines"), l => l.Text = "another");
            File(At("key"), f => f.Content = $"old\n{key}\n");
            Execute($"sed 's/^/> /' {At("key")}; exit 3", e => e.IgnoreFailure = true);
            Execute($"while read -r line; do printf '%s ' $line $line $line $line $line $line; done <{At("key")}; exit 3", e => e.IgnoreFailure = true);
            foreach (var line in key.Split('\n')) { Log($"line {line}"); }
            Log($"it is {s}");
            Log($"it is {plain}", l => l.Sensitive = true);
            Execute($"echo {Quoted(s)}; exit 3", e => e.IgnoreFailure = true);
            Execute($"cat {At("lines")}; exit 3", e => e.IgnoreFailure = true);
            Execute("true", e => { e.Sensitive = true; e.OnlyIf($"test -z {plain}"); });
            string Quoted(string text) => "'" + text.Replace("'", "'\\''") + "'";
            {{last}}
            """);

    /// <summary>The files that the runs left, except those that the recipe wants.</summary>
    private IEnumerable<string> Kept(string state) =>
        new[] { machine.Cookbooks.Root, state, ToolFolders.State, ToolFolders.Cache }
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => !Wanted.Contains(Path.GetFileName(file)));

    // Processes end, and files that others write get their names.
    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException && !File.Exists(file))
        {
            return "";
        }
    }
}
